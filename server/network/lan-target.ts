import ipaddr from 'ipaddr.js';

/** Why an address or network cannot be among the places on the LAN that may be asked. */
export type LanTargetObstacle = 'not-an-address' | 'never-allowed';

/** Ranges that may lie behind one's own router. Public ones may, too, where a site has its own. */
const ALLOWABLE: ReadonlySet<string> = new Set(['private', 'uniqueLocal', 'carrierGradeNat', 'unicast']);

/** Looks at an address (`192.168.1.20`) or network (`192.168.1.0/24`) that the owner wants to allow; null when it can be. */
export function lanTargetObstacle(text: string): LanTargetObstacle | null {
  const network = networkOf(text);
  if (network === null) return 'not-an-address';
  return ALLOWABLE.has(network[0].range()) && network[1] >= widest(network[0]) ? null : 'never-allowed';
}

/** Whether an address lies in one of the places that the owner has allowed. */
export function isLanTarget(targets: readonly string[], address: string): boolean {
  const parsed = ipaddr.parse(address);
  return targets.some((target) => isWithin(parsed, target));
}

/** Whether an address lies in a network, given in CIDR notation or as one address. */
export function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, target: string): boolean {
  const network = networkOf(target);
  return network !== null && network[0].kind() === address.kind() && address.match(network);
}

/** 10.0.0.0/8 is the widest private network there is; whatever is wider is half of the Internet. */
function widest(address: ipaddr.IPv4 | ipaddr.IPv6): number {
  return address.kind() === 'ipv4' ? 8 : 7;
}

function networkOf(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | null {
  // `ipaddr.js` reads 0x7f.1 as well, as the C library does: nobody means that here.
  const [address = '', bits] = text.split('/');
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return null;
  if (bits !== undefined) return ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : null;
  const one = ipaddr.parse(address);
  return [one, one.kind() === 'ipv4' ? 32 : 128];
}
