/**
 * By what the other spellings of a card's number are found without looking at every card: byte order, decimal, and
 * four bytes of seven or ten, as readers differ (see `similarCard`).
 */
export interface TwinKeys {
  /** Two numbers that share one are the same bytes in another spelling. */
  readonly whole: readonly string[];
  /** What a reader that passes on four bytes makes of a longer number. */
  readonly shortened: readonly string[];
}

export function twinKeys(uid: string): TwinKeys {
  const spelt = [...hexadecimal(uid), ...fromDecimal(uid)];
  return {
    whole: spelt.map(eitherOrder),
    shortened: spelt
      .filter(({ length }) => length > SHORT)
      .flatMap((hex) => [hex.slice(0, SHORT), hex.slice(-SHORT)])
      .map(eitherOrder),
  };
}

const SHORT = 8;
const LENGTHS = [8, 14, 20];

function hexadecimal(uid: string): readonly string[] {
  return /^(?:[0-9A-F]{2}){4,10}$/.test(uid) ? [uid] : [];
}

function fromDecimal(uid: string): readonly string[] {
  if (!/^\d{6,25}$/.test(uid)) return [];
  const hex = BigInt(uid).toString(16).toUpperCase();
  const length = LENGTHS.find((one) => hex.length <= one && hex.length > one - 4);
  return length === undefined ? [] : [hex.padStart(length, '0')];
}

function eitherOrder(hex: string): string {
  const reversed = (hex.match(/../g) ?? []).toReversed().join('');
  return reversed < hex ? reversed : hex;
}
