import ipaddr from 'ipaddr.js';
import { isLanTarget, isWithin } from './lan-target.ts';

/** Why nothing is sent to a place. */
export type TargetObstacle =
  | 'no-address'
  | 'not-http'
  | 'user-info'
  | 'name-unknown'
  | 'this-computer'
  | 'own-port'
  | 'reserved'
  | 'lan-not-allowed';

/** What this program may ask of others, and of whom. */
export interface TargetPolicy {
  /** Addresses and networks on the LAN that the owner has allowed. */
  readonly lanTargets: () => readonly string[];
  /** Addresses of this computer, with the network each lies in (CIDR). */
  readonly ownNetworks: () => readonly string[];
  /** Ports that this program listens on. */
  readonly ownPorts: () => ReadonlySet<number>;
  /** Tests have nothing but loopback to receive on. No setting leads here. */
  readonly allowLoopback: boolean;
}

/** Reads where a request is to go: http or https, and no name or password in it (OWASP ASVS 1.3.6). */
export function readTarget(text: string): URL | TargetObstacle {
  if (!URL.canParse(text)) return 'no-address';
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'not-http';
  if (url.username !== '' || url.password !== '') return 'user-info';
  return url;
}

/** The port of a target, the usual one where it names none. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/**
 * Whether an address may be connected to; null when it may. This is about the address that the connection is then made
 * to, not about a name, which may mean another the next moment.
 */
export function judgeAddress(address: string, port: number, policy: TargetPolicy): TargetObstacle | null {
  const parsed = ipaddr.parse(address);
  const own = policy.ownNetworks().map((network) => network.split('/')[0]);
  const range = rangeOf(parsed);
  if ((range === 'loopback' || own.includes(address)) && policy.ownPorts().has(port)) return 'own-port';
  if (range === 'loopback') return policy.allowLoopback ? null : 'this-computer';
  if (range === 'reserved') return 'reserved';
  if (isLanTarget(policy.lanTargets(), address)) return null;
  const isNear = policy.ownNetworks().some((network) => isWithin(parsed, network));
  return range === 'lan' || isNear ? 'lan-not-allowed' : null;
}

/** Where clouds tell a machine its own secrets; these lie among ordinary addresses, the others are link-local. */
const METADATA: readonly string[] = ['100.100.100.200', '168.63.129.16', 'fd00:ec2::254'];

/** IPv6 addresses of the Internet lie in here; the others are for translation, tunnels and tests. */
const PUBLIC_IPV6 = '2000::/3';

const LAN: ReadonlySet<string> = new Set(['private', 'uniqueLocal', 'carrierGradeNat']);

/**
 * What is not known to be ordinary is reserved: link-local, multicast, unspecified, and every IPv6 address with an IPv4
 * address inside (mapped, 6to4, NAT64, Teredo), which would lead past this look.
 */
function rangeOf(address: ipaddr.IPv4 | ipaddr.IPv6): 'loopback' | 'lan' | 'public' | 'reserved' {
  const range = address.range();
  if (METADATA.some((one) => isWithin(address, one))) return 'reserved';
  if (range === 'loopback') return 'loopback';
  if (LAN.has(range)) return 'lan';
  if (range !== 'unicast') return 'reserved';
  return address.kind() === 'ipv4' || isWithin(address, PUBLIC_IPV6) ? 'public' : 'reserved';
}
