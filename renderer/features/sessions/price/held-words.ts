import type { SessionPrice } from '#api/session-prices.ts';
import type { Translate } from '../../../text/use-text.ts';

type Held = NonNullable<SessionPrice['held']>;

/** Why a price waits for a person. */
export function heldWords({ reason, facts }: Held, t: Translate): string {
  return t(`prices.held.${reason}`, facts);
}

/** Whether what is to be put right may be the key of the meter. */
export function isAboutKey({ reason }: Held): boolean {
  return OF_KEYS.includes(reason);
}

const OF_KEYS: readonly Held['reason'][] = [
  'key-not-pinned',
  'key-changed',
  'wrong-signature',
  'unverifiable',
];
