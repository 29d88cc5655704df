/** Whether a request comes from this very computer. Nothing but the address of its socket can tell. */
export function isLoopback(address: string): boolean {
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';
}
