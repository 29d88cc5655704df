import { networkInterfaces } from 'node:os';

/** Every address of this computer with the network it lies in, in CIDR notation. */
export function ownNetworks(interfaces = networkInterfaces()): readonly string[] {
  return Object.values(interfaces).flatMap((addresses = []) => addresses.flatMap(({ cidr }) => cidr ?? []));
}
