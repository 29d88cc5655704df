import { networkInterfaces } from 'node:os';

export interface SiteAddress {
  readonly name: string;
  readonly address: string;
  /** The one to enter in a station when nothing speaks for another. */
  readonly recommended: boolean;
}

/** Adapters that exist only inside this computer, or end elsewhere: no station is reached over them. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vbox|vEthernet|Hyper-V|tun|tap|utun|wg|zt|tailscale|awdl|llw|anpi)/i;

/**
 * IPv4 addresses under which stations may reach this computer, best first. Only loopback is left when there
 * is no network: a station simulator on the same machine still works.
 */
export function siteAddresses(interfaces = networkInterfaces()): readonly SiteAddress[] {
  const found = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ name, address, rank: rankOf(name, address) })),
  );
  found.sort((a, b) => a.rank - b.rank);
  if (found.length === 0) return [{ name: 'loopback', address: '127.0.0.1', recommended: true }];
  return found.map(({ name, address }, index) => ({ name, address, recommended: index === 0 }));
}

/** Addresses to enter in a station, by what the OCPP port listens on. */
export function stationAddresses(ocppHost: string): readonly SiteAddress[] {
  return EVERYWHERE.has(ocppHost)
    ? siteAddresses()
    : [{ name: ocppHost, address: ocppHost, recommended: true }];
}

/** Addresses of which only the numbers are known. */
export function namedAddresses(addresses: readonly string[]): readonly SiteAddress[] {
  return addresses.map((address, index) => ({ name: address, address, recommended: index === 0 }));
}

/** What a server listens on when it listens on all addresses. */
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** Cable before radio, private before public, and what cannot be a station network last. */
function rankOf(name: string, address: string): number {
  if (VIRTUAL.test(name)) return 9;
  if (address.startsWith('169.254.')) return 8;
  if (!/^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)) return 5;
  return /^(wl|wi-?fi)/i.test(name) ? 2 : 1;
}
