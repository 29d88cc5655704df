import { type CardUid, cardUid } from '#core/access/card-uid.ts';
import { spellingKeys } from '#core/access/spell-card.ts';
import { isTooDeep, MAX_FRAME_DEPTH } from '#ocpp/frame-depth.ts';
import { maskFrame } from '#ocpp/v16/mask-secrets.ts';
import { looksSigned, readSignedData } from '#ocpp/v16/signed-data.ts';

/** Takes out of frames what a maker's support need not know. */
export interface Redaction {
  /** The frame as JSON, or as text where it is none. */
  frame(text: string): unknown;
}

const MASK = '•••';
/** Fields that hold a card number (OCPP 1.6 §7.28). */
const CARD_FIELDS: ReadonlySet<string> = new Set(['idTag', 'parentIdTag']);
/** The SIM card of a station says whose contract it is. */
const SIM_FIELDS: ReadonlySet<string> = new Set(['iccid', 'imsi']);
/** "ftp://user:password@host": the address of an upload. */
const CREDENTIALS_IN_URL = /\/\/[^/@\s"]+@/g;
const SHORTEST_NAME = 3;
/** Four bytes at least, as hexadecimal or decimal digits; some write `04:A2:B8:1C`, some `04 A2 B8 1C`. */
const LIKE_CARDS = /[0-9A-F](?:[:. -]?[0-9A-F]){7,}/gi;
const SIGN = /[:. -]/;
const SIGNS = /[:. -]/g;
const FEWEST_DIGITS = 8;
const MOST_DIGITS = 36;

/** `cards` and `names` are those of the site; cards met in the frames join them, and whatever they may be written like. */
export function createRedaction(known: {
  readonly cards: readonly string[];
  /** Whether a reader may write a card of the site so. */
  readonly isSpelling: (number: CardUid) => boolean;
  readonly names: readonly string[];
  readonly frames: readonly string[];
}): Redaction {
  const met = known.frames.flatMap(cardsIn).map(cardUid);
  const cards = new Set([...known.cards.map((card) => card.toUpperCase()), ...met]);
  const metKeys = new Set(met.flatMap((card) => spellingKeys(card).filed));
  const judged = new Map<string, boolean>();
  const names = new Set(
    known.names.filter((name) => name.trim().length >= SHORTEST_NAME).map((name) => name.toUpperCase()),
  );
  const needles = [...cards, ...names].filter((needle) => needle.length >= SHORTEST_NAME);
  // The longest first: a name may begin with another.
  needles.sort((a, b) => b.length - a.length);
  const anywhere = needles.length === 0 ? null : new RegExp(needles.map(escaped).join('|'), 'gi');

  return {
    frame(text) {
      const masked = maskFrame(text);
      const parsed = isTooDeep(masked, MAX_FRAME_DEPTH) ? undefined : parseJson(masked);
      return parsed === undefined ? cleanText(masked) : clean(parsed);
    },
  };

  function clean(value: unknown, field = ''): unknown {
    if (typeof value === 'string') return cleanField(value, field);
    if (Array.isArray(value)) return value.map((inner) => clean(inner, field));
    if (typeof value === 'number')
      return Number.isSafeInteger(value) && isSpelled(String(value)) ? shortened(String(value)) : value;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner, name)]));
  }

  function cleanField(text: string, field: string): string {
    if (CARD_FIELDS.has(field) || SIM_FIELDS.has(field)) return shortened(text);
    return saysCardEncoded(text) ? MASK : cleanText(text);
  }

  /** Signed meter data names the card inside what is signed, often in Base64: it cannot be taken out and stay signed. */
  function saysCardEncoded(text: string): boolean {
    if (!looksSigned(text)) return false;
    const inner = new TextDecoder().decode(readSignedData(text).bytes);
    return inner !== text && cleanText(inner) !== inner;
  }

  function cleanText(text: string): string {
    const withoutCredentials = text.replace(CREDENTIALS_IN_URL, `//${MASK}@`);
    const withoutNames =
      anywhere === null
        ? withoutCredentials
        : withoutCredentials.replace(anywhere, (hit) =>
            cards.has(hit.toUpperCase()) ? shortened(hit) : MASK,
          );
    return withoutNames.replace(LIKE_CARDS, cleanRun);
  }

  /** A card may stand among what looks like a part of it: `RFID:C1B8A204`, `C1B8A204-accepted`. */
  function cleanRun(run: string): string {
    if (run.length <= MOST_DIGITS && isSpelled(run)) return shortened(run);
    const pieces = run.split(SIGN);
    const signs = run.match(SIGNS) ?? [];
    let clean = '';
    for (let first = 0; first < pieces.length; first += 1) {
      const last = lastOfCard(pieces, first);
      const number = pieces.slice(first, last + 1).join('');
      clean += last < first ? pieces[first] : shortened(number);
      first = Math.max(first, last);
      clean += signs[first] ?? '';
    }
    return clean;
  }

  /** The last of the pieces that make a card's number together with the first; before the first where none do. */
  function lastOfCard(pieces: readonly string[], first: number): number {
    let [number, found] = ['', first - 1];
    for (let last = first; last < pieces.length && number.length <= MOST_DIGITS; last += 1) {
      number += pieces[last];
      if (number.length <= MOST_DIGITS && isSpelled(number)) found = last;
    }
    return found;
  }

  /** Whether it is a known card's number from another reader: backwards, decimal, padded, cut off, with dashes. */
  function isSpelled(run: string): boolean {
    const before = judged.get(run);
    if (before !== undefined) return before;
    const digits = run.replace(SIGNS, '');
    const number = cardUid(digits);
    const is =
      digits.length >= FEWEST_DIGITS &&
      (cards.has(number) ||
        known.isSpelling(number) ||
        spellingKeys(number).asked.some((key) => metKeys.has(key)));
    judged.set(run, is);
    return is;
  }
}

/** Enough to tell two cards apart, too little to make one. */
function shortened(card: string): string {
  return card.length <= 4 ? MASK : `${card.slice(0, 2)}…${card.slice(-2)}`;
}

const CARD_IN_FRAME = /"(?:idTag|parentIdTag)"\s*:\s*"([^"\\]{3,})"/g;

/** A card number may stand elsewhere, too, as in signed meter data. */
function cardsIn(frame: string): readonly string[] {
  return [...frame.matchAll(CARD_IN_FRAME)].map(([, card]) => card ?? '');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
