import { DAY, elapsed, type Instant, MINUTE } from '../shared/units.ts';

/** A key with which this site signs its tokens. */
export interface SigningKey {
  /** By which tokens name it. */
  readonly kid: string;
  readonly publicJwk: Readonly<Record<string, unknown>>;
  /** PKCS #8, sealed by the key vault. */
  readonly sealedKey: string;
  readonly createdAt: Instant;
}

/** No token lives longer. */
export const MOST_TOKEN_LIFE = MINUTE * 10;
const NEW_KEY_AFTER = 30 * DAY;
/** Far longer than any token that an old key has signed. */
const KEPT_AFTER = DAY;

/** The key that signs: the newest, unless it is old enough to be replaced. */
export function keyThatSigns(keys: Iterable<SigningKey>, now: Instant): SigningKey | null {
  const newest = [...keys].toSorted((a, b) => b.createdAt - a.createdAt)[0];
  if (newest === undefined || elapsed(newest.createdAt, now) > NEW_KEY_AFTER) return null;
  return newest;
}

/** Keys that have signed nothing that is still good, once a new one has come. */
export function keysPastUse(keys: Iterable<SigningKey>, now: Instant): readonly SigningKey[] {
  return [...keys].filter(({ createdAt }) => elapsed(createdAt, now) > NEW_KEY_AFTER + KEPT_AFTER);
}
