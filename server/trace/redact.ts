import { isTooDeep, MAX_FRAME_DEPTH } from '#ocpp/frame-depth.ts';
import { maskFrame } from '#ocpp/v16/mask-secrets.ts';

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

/** `cards` and `names` are those of the site; cards met in the frames join them. */
export function createRedaction(known: {
  readonly cards: readonly string[];
  readonly names: readonly string[];
  readonly frames: readonly string[];
}): Redaction {
  const cards = new Set([...known.cards, ...known.frames.flatMap(cardsIn)].map((card) => card.toUpperCase()));
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
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner, name)]));
  }

  function cleanField(text: string, field: string): string {
    if (CARD_FIELDS.has(field) || SIM_FIELDS.has(field)) return shortened(text);
    return cleanText(text);
  }

  function cleanText(text: string): string {
    const withoutCredentials = text.replace(CREDENTIALS_IN_URL, `//${MASK}@`);
    if (anywhere === null) return withoutCredentials;
    return withoutCredentials.replace(anywhere, (hit) =>
      cards.has(hit.toUpperCase()) ? shortened(hit) : MASK,
    );
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
