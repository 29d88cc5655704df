import type { Card } from './card.ts';
import type { CardUid } from './card-uid.ts';

/** How one reader may have written the number that another reader writes otherwise. */
export type Spelling =
  | 'reversed'
  | 'decimal'
  | 'reversed-decimal'
  | 'padded'
  | 'shortened'
  | 'serial-suffix'
  | 'prefixed';

/** A known card that a number is probably another spelling of. */
export interface SimilarCard {
  readonly card: Card;
  readonly spelling: Spelling;
}

/**
 * How `other` became `known`, or the other way round; null where the two have nothing in common. Readers differ in
 * byte order, in hexadecimal or decimal, and in zeros before or behind; some pass on only four bytes of seven (KEBA,
 * cFos), put their own serial number behind (`04A2B3C4_1234`, KEBA) or a word before (`VID:`).
 */
export function spellingOf(other: CardUid, known: CardUid): Spelling | null {
  if (other === known) return null;
  const [one, two] = [bareOf(other), bareOf(known)];
  if (one === two) return other.includes('_') || known.includes('_') ? 'serial-suffix' : 'prefixed';
  return spelledFrom(two, one) ?? spelledFrom(one, two);
}

/** By which keys a number is filed, and by which others are asked for that it may be a spelling of. */
export interface SpellingKeys {
  readonly filed: readonly string[];
  readonly asked: readonly string[];
}

/**
 * Keys by which the spellings of a card are found: of two numbers that `spellingOf` relates, one is filed under a key
 * by which the other asks. Others may be, too; the keys only narrow down where to look. What a number shares with many
 * (the first bytes of all cards of one delivery) is asked for only by a number that has nothing else.
 */
export function spellingKeys(number: CardUid): SpellingKeys {
  const bare = bareOf(number);
  const wholes = new Set<string>([bare]);
  const parts = new Set<string>();
  for (const bytes of readingsOf(bare)) {
    wholes.add(evenly(trimmed(bytes)));
    if (bytes.length <= 2 * SHORT_BYTES) continue;
    for (const part of [bytes.slice(0, 2 * SHORT_BYTES), bytes.slice(-2 * SHORT_BYTES)])
      parts.add(evenly(trimmed(part)));
  }
  const asWhole = [...wholes].map((key) => `=${key}`);
  const isShort = bare.length === 2 * SHORT_BYTES;
  return {
    filed: [...asWhole, ...[...parts].map((key) => `<${key}`)],
    asked: [
      ...asWhole,
      ...[...parts].map((key) => `=${key}`),
      ...(isShort ? [...wholes].map((key) => `<${key}`) : []),
    ],
  };
}

function spelledFrom(known: string, other: string): Spelling | null {
  if (isBytes(known)) {
    if (other.length !== known.length && isHex(other) && trimmed(other) === trimmed(known)) return 'padded';
    const backwards = reversed(known);
    if (backwards !== known && isHex(other) && trimmed(other) === trimmed(backwards)) return 'reversed';
    if (isDecimalOf(other, known)) return 'decimal';
    if (isDecimalOf(other, backwards)) return 'reversed-decimal';
    if (known.length > 2 * SHORT_BYTES && other.length === 2 * SHORT_BYTES) {
      const ways = [other, ...(isHex(other) ? [reversed(other)] : [])];
      if (ways.some((way) => known.startsWith(way) || known.endsWith(way))) return 'shortened';
    }
  }
  const isPadded = isDecimal(known) && isDecimal(other) && BigInt(known) === BigInt(other);
  return isPadded ? 'padded' : null;
}

const SHORT_BYTES = 4;

/** Without what a reader puts around the number. Only what looks like the number of a card is stripped bare. */
function bareOf(number: CardUid): string {
  const plain = number.replace(/[-:.]/g, '');
  if (isBytes(plain)) return plain;
  const match = /^(?:[A-Z]{2,6}:)?((?:[0-9A-F]{2}){4,10}|\d{8,25})(?:_[0-9A-Z]+)?$/.exec(number);
  return match?.[1] ?? number;
}

/** Every sequence of bytes, as hexadecimal digits, that a bare number may stand for. */
function readingsOf(bare: string): readonly string[] {
  const hexadecimal = isDecimal(bare) ? BigInt(bare).toString(16).toUpperCase() : null;
  return [
    ...(isHex(bare) ? [bare] : []),
    ...(hexadecimal === null
      ? []
      : [hexadecimal.padStart(hexadecimal.length + (hexadecimal.length % 2), '0')]),
  ];
}

/** Bytes of a number of four to ten, as readers know them (ISO 14443). */
function isBytes(text: string): boolean {
  return /^(?:[0-9A-F]{2}){4,10}$/.test(text);
}

function isHex(text: string): boolean {
  return /^(?:[0-9A-F]{2}){2,18}$/.test(text);
}

function isDecimal(text: string): boolean {
  return /^\d{6,25}$/.test(text);
}

function isDecimalOf(text: string, hexadecimal: string): boolean {
  return isDecimal(text) && BigInt(text) === BigInt(`0x${hexadecimal}`);
}

function reversed(hexadecimal: string): string {
  let backwards = '';
  for (let at = hexadecimal.length - 2; at >= 0; at -= 2) backwards += hexadecimal.slice(at, at + 2);
  return backwards;
}

/** Without the bytes that are nothing but padding. */
function trimmed(hexadecimal: string): string {
  return hexadecimal.replace(/^(?:00)+/, '').replace(/(?:00)+$/, '');
}

/** One key for both byte orders. */
function evenly(hexadecimal: string): string {
  const backwards = reversed(hexadecimal);
  return hexadecimal < backwards ? hexadecimal : backwards;
}
