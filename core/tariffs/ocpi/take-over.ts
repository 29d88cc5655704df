import { MICROS_PER_UNIT } from '../amounts.ts';
import type { PriceLimit, Tariff, TariffElement } from '../tariff.ts';
import {
  fieldOf,
  lastName,
  Misread,
  type OcpiFault,
  type Place,
  type ReadDocument,
  readPlace,
} from './json-place.ts';
import { noteOf, type OcpiNote } from './ocpi-note.ts';
import { strangeRestriction } from './read-restrictions.ts';
import { elementPlaces, pricedIn, termsOf } from './read-tariff.ts';
import { type ElementInFile, takeElement } from './take-element.ts';
import { roundingNote, takeText, tariffNotes } from './tariff-notes.ts';

/** What the site has that a tariff of another's is held against. */
export interface TakingSite {
  /** Of what drivers read. */
  readonly language: string;
  /** Of its prices; null where it has none yet. */
  readonly currency: string | null;
}

/** A tariff of another's as it can be a draft of ours. */
export interface TakenTariff {
  /** What it is called there. */
  readonly id: string | null;
  readonly text: string;
  readonly tariff: Tariff;
  /** On what was left out, or means something else here; those on the tariff as a whole first. */
  readonly notes: readonly OcpiNote[];
}

/** No draft holds more. */
const MOST_ELEMENTS = 200;
const MOST_LIMIT = 1_000_000;

/**
 * Carries a tariff of OCPI 2.2.1 or 2.3.0 over. Whatever is not the same here has a note. An element with a restriction
 * that OCPI does not know is left out: without it, it would count always, and hide what comes after.
 */
export function takeOverTariff(place: Place, site: TakingSite): ReadDocument<TakenTariff> {
  return readPlace(place, (document) => {
    const all = elementsIn(document);
    const known = all.filter(({ strange }) => strange === null);
    const terms = termsOf(
      document,
      known.map((one) => one.place),
    );
    const { elements: read, taxes, minPrice, maxPrice } = terms.tariff;
    const taken = known.flatMap((one, index) => {
      const content: TariffElement | undefined = read[index];
      return content === undefined ? [] : takeElement(content, { ...one, taxes });
    });
    const elements = taken.flatMap(({ element }) => element ?? []);
    if (elements.length === 0) throw new Misread(whyNothing(document, all));
    mustBeHoldable(document, 'min_price', minPrice);
    mustBeHoldable(document, 'max_price', maxPrice);
    const { text, notes } = takeText(document, site.language);
    return {
      id: ocpiIdOf(document),
      text,
      tariff: { ...terms.tariff, rounding: 'each-line', elements },
      notes: [
        ...tariffNotes(document, terms, site.currency),
        ...notes,
        ...all.flatMap(leftOutNote),
        ...lostNotes(all, elements),
        ...taken.flatMap((one) => one.notes),
        ...roundingNote(document, terms.tariff),
      ],
    };
  });
}

interface FoundElement extends Pick<ElementInFile, 'place' | 'element'> {
  /** A restriction that OCPI does not know. */
  readonly strange: Place | null;
}

function elementsIn(document: Place): readonly FoundElement[] {
  const places = elementPlaces(document);
  if (places.length > MOST_ELEMENTS) {
    const path = fieldOf(document, 'elements')?.path ?? document.path;
    throw new Misread({ kind: 'too-many', path, most: MOST_ELEMENTS });
  }
  return places.map((place, element) => {
    const restrictions = fieldOf(place, 'restrictions');
    return { place, element, strange: restrictions === null ? null : strangeRestriction(restrictions) };
  });
}

function leftOutNote({ strange, element }: FoundElement): readonly OcpiNote[] {
  if (strange === null) return [];
  const at = { path: strange.path, element, component: null, dimension: null };
  return [noteOf('unknown-restriction', at, lastName(strange.path))];
}

/** Of dimensions whose only prices went with elements that are left out; those of reservations charge nobody here. */
function lostNotes(all: readonly FoundElement[], kept: readonly TariffElement[]): readonly OcpiNote[] {
  const told = new Set(
    kept.flatMap(({ components, when }) =>
      when.reservation === null ? components.map(({ dimension }) => dimension) : [],
    ),
  );
  return all.flatMap(({ place, element, strange }) => {
    const restrictions = fieldOf(place, 'restrictions');
    if (strange === null || (restrictions !== null && fieldOf(restrictions, 'reservation') !== null))
      return [];
    return pricedIn(place).flatMap((dimension) => {
      if (told.has(dimension)) return [];
      told.add(dimension);
      return noteOf('dimension-lost', { path: place.path, element, component: null, dimension });
    });
  });
}

/** A tariff of which nothing could be kept. */
function whyNothing(document: Place, all: readonly FoundElement[]): OcpiFault {
  const strange = all.find((one) => one.strange !== null)?.strange ?? null;
  if (strange !== null) return { kind: 'unknown-restriction', path: strange.path };
  return { kind: 'empty-list', path: fieldOf(document, 'elements')?.path ?? document.path };
}

function mustBeHoldable(document: Place, name: string, limit: PriceLimit | null): void {
  const most = Math.max(limit?.exclVat ?? 0, limit?.inclVat ?? 0);
  if (most <= MOST_LIMIT * MICROS_PER_UNIT) return;
  const path = fieldOf(document, name)?.path ?? document.path;
  throw new Misread({ kind: 'out-of-range', path, from: 0, to: MOST_LIMIT });
}

/** What a tariff is called, also one that cannot be read. Some send a number, which OCPI does not allow and nobody minds. */
export function ocpiIdOf({ value }: Place): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  const text = typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
  return text === '' ? null : text;
}
