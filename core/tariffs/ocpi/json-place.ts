/** A value in a JSON document, and the way to it: `elements[2].restrictions`. */
export interface Place {
  readonly path: string;
  readonly value: unknown;
}

/** Why a document cannot be read, and where. */
export type OcpiFault =
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'not-a'; readonly path: string; readonly wanted: Wanted }
  | { readonly kind: 'unknown-word'; readonly path: string; readonly word: string }
  /** Passing over a restriction would change prices unnoticed. */
  | { readonly kind: 'unknown-restriction'; readonly path: string }
  | { readonly kind: 'empty-list'; readonly path: string }
  | { readonly kind: 'too-many'; readonly path: string; readonly most: number }
  | { readonly kind: 'out-of-range'; readonly path: string; readonly from: number; readonly to: number };

export type Wanted = 'object' | 'list' | 'number' | 'text' | 'time of day' | 'date' | 'date and time';

/** Thrown by the readers below and caught where a document comes in; nobody else sees it. */
export class Misread extends Error {
  readonly fault: OcpiFault;
  constructor(fault: OcpiFault) {
    super(`${fault.kind} at ${fault.path}`);
    this.fault = fault;
  }
}

/** What a document holds, or the first thing that is wrong with it. */
export type ReadDocument<Content> =
  | { readonly kind: 'read'; readonly content: Content }
  | { readonly kind: 'wrong'; readonly fault: OcpiFault };

/** Reads a whole document; what is wrong with it is returned. */
export function readDocument<Content>(
  value: unknown,
  read: (document: Place) => Content,
): ReadDocument<Content> {
  return readPlace({ path: '', value }, read);
}

/** The same of a part of a document: one that is wrong keeps no other from being read. */
export function readPlace<Content>(place: Place, read: (document: Place) => Content): ReadDocument<Content> {
  try {
    return { kind: 'read', content: read(place) };
  } catch (error) {
    if (error instanceof Misread) return { kind: 'wrong', fault: error.fault };
    throw error;
  }
}

/** A field of an object; null where it is absent, or there and null. */
export function fieldOf(place: Place, name: string): Place | null {
  const { path, value } = place;
  if (!isObject(value)) throw new Misread({ kind: 'not-a', path, wanted: 'object' });
  const field = Object.hasOwn(value, name) ? value[name] : undefined;
  return field === undefined || field === null ? null : { path: join(path, name), value: field };
}

export function neededOf(place: Place, name: string): Place {
  const field = fieldOf(place, name);
  if (field === null) throw new Misread({ kind: 'missing', path: join(place.path, name) });
  return field;
}

/** What an object says beyond these fields; null says nothing. */
export function strangeFields(place: Place, known: readonly string[]): readonly Place[] {
  const { path, value } = place;
  if (!isObject(value)) throw new Misread({ kind: 'not-a', path, wanted: 'object' });
  return Object.keys(value).flatMap((name) => (known.includes(name) ? [] : (fieldOf(place, name) ?? [])));
}

export function itemsOf({ path, value }: Place): readonly Place[] {
  if (!Array.isArray(value)) throw new Misread({ kind: 'not-a', path, wanted: 'list' });
  return value.map((item: unknown, index) => ({ path: `${path}[${index}]`, value: item }));
}

export function textOf({ path, value }: Place): string {
  if (typeof value !== 'string') throw new Misread({ kind: 'not-a', path, wanted: 'text' });
  return value;
}

export function wordOf<Word extends string>(place: Place, words: readonly Word[]): Word {
  const text = textOf(place);
  const word = words.find((one) => one === text);
  if (word === undefined) throw new Misread({ kind: 'unknown-word', path: place.path, word: text });
  return word;
}

/**
 * A number as whole units, `scale` of them in one of the document's, rounded half up. From minus to plus a billion of
 * the document's: more is no price, no energy and no time.
 */
export function unitsOf({ path, value }: Place, scale: number): number {
  if (typeof value !== 'number') throw new Misread({ kind: 'not-a', path, wanted: 'number' });
  if (!(Math.abs(value) <= MOST)) throw new Misread({ kind: 'out-of-range', path, from: -MOST, to: MOST });
  return Math.round(asMeant(value, scale));
}

/** The same before it is rounded. 1.005 is a little less in binary; its own decimals are what was meant. */
export function asMeant(value: number, scale: number): number {
  return Number((value * scale).toPrecision(15));
}

/** The same where less than zero makes no sense. */
export function amountOf(place: Place, scale: number): number {
  const units = unitsOf(place, scale);
  if (units < 0) throw new Misread({ kind: 'out-of-range', path: place.path, from: 0, to: MOST });
  return units;
}

/** `max_soc` of `elements[0].restrictions.max_soc`. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

const MOST = 1_000_000_000;

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
