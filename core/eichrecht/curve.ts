/** The elliptic curves that OCMF knows (OCMF 1.4.1, table 22), by their names in SEC 2 and RFC 5639. */
export const CURVES = [
  'secp192k1',
  'secp192r1',
  'secp256k1',
  'secp256r1',
  'secp384r1',
  'brainpoolP256r1',
  'brainpoolP384r1',
] as const;

export type Curve = (typeof CURVES)[number];

/**
 * The curve that a record's `SA` names, as in `ECDSA-secp256r1-SHA256`, which is also what an absent one means. Null for an
 * algorithm that OCMF does not know.
 */
export function curveOfAlgorithm(algorithm: string | null): Curve | null {
  if (algorithm === null) return 'secp256r1';
  const named = /^ECDSA-(\w+)-SHA256$/i.exec(algorithm.trim())?.[1]?.toLowerCase();
  // OCMF writes brainpool256r1; meters of NZR write brainpoolP256r1.
  const name = named?.replace(/^brainpool(?=\d)/, 'brainpoolp');
  return CURVES.find((curve) => curve.toLowerCase() === name) ?? null;
}
