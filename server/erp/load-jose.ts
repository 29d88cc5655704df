/** The library for tokens, loaded when the first is issued or read: most sites start without ever needing it. */
export function loadJose() {
  return import('jose');
}
