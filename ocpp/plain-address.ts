/** IPv4 addresses as people write them, also when the socket listens on IPv6. */
export function plainAddress(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}
