/** A key as nameplates print it: capital digits in groups of four, which break over lines between groups only. */
export function keyGroups(hex: string): string {
  return (hex.toUpperCase().match(/.{1,4}/g) ?? []).join(' ');
}

/** The short name of a key, held together on one line. */
export function shortKey(fingerprint: string): string {
  return fingerprint.replaceAll(' ', '\u00a0');
}
