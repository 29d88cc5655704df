export interface DecodedText {
  readonly text: string;
  /** As it is called, for a person. */
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252';
}

/**
 * Turns the bytes of a text file into text. Spreadsheets write UTF-8 with a mark, UTF-16 ("Unicode text"), or what
 * Windows has used since 1992; only the last has no sign of its own, and is what remains.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: decoded(bytes, 'utf-16le'), encoding: 'UTF-16' };
  if (first === 0xfe && second === 0xff) return { text: decoded(bytes, 'utf-16be'), encoding: 'UTF-16' };
  const zeros = zerosByPlace(bytes);
  // Text in Latin letters has a zero beside nearly every letter.
  if (zeros.odd > zeros.looked / 4) return { text: decoded(bytes, 'utf-16le'), encoding: 'UTF-16' };
  if (zeros.even > zeros.looked / 4) return { text: decoded(bytes, 'utf-16be'), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: decoded(bytes, 'windows-1252'), encoding: 'Windows-1252' };
  }
}

const LOOKED_AT = 2_000;

function decoded(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be' | 'windows-1252'): string {
  return new TextDecoder(encoding).decode(bytes);
}

function zerosByPlace(bytes: Uint8Array): {
  readonly odd: number;
  readonly even: number;
  readonly looked: number;
} {
  let odd = 0;
  let even = 0;
  const looked = Math.min(bytes.length, LOOKED_AT);
  for (let at = 0; at < looked; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  return { odd, even, looked };
}
