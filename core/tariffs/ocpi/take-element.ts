import { MICROS_PER_UNIT } from '../amounts.ts';
import type { PriceComponent, Range, Restrictions, TariffElement, Taxes } from '../tariff.ts';
import { fieldOf, itemsOf, Misread, neededOf, type Place } from './json-place.ts';
import { type NotePlace, noteOf, type OcpiNote, type OcpiNoteKind } from './ocpi-note.ts';
import { roundedNotes } from './rounded-notes.ts';
import { unknownFields } from './unknown-fields.ts';

/** An element as it stands in the file, counted from 0 there. */
export interface ElementInFile {
  readonly place: Place;
  readonly element: number;
  readonly taxes: Taxes;
}

/** What is left of an element, null where that is nothing, and notes on it. */
export interface TakenElement {
  readonly element: TariffElement | null;
  readonly notes: readonly OcpiNote[];
}

/** Carries an element over: without components that never count, without blocks. */
export function takeElement({ components, when }: TariffElement, file: ElementInFile): TakenElement {
  const { place, element } = file;
  const places = itemsOf(neededOf(place, 'price_components'));
  const taken = components.map((content, component) => {
    const here = places[component] ?? place;
    const at = { path: here.path, element, component, dimension: content.dimension };
    const dropped = whyDropped(components, component, when);
    if (dropped !== null) return { content: null, notes: [{ kind: dropped, at, value: null }] };
    return {
      content: { ...holdable(content, here), stepSize: null },
      notes: componentNotes(content, here, { at, taxes: file.taxes }),
    };
  });
  const kept = taken.flatMap(({ content }) => content ?? []);
  const at = { path: place.path, element, component: null, dimension: null };
  const restrictions = fieldOf(place, 'restrictions');
  return {
    element: kept.length === 0 ? null : { components: kept, when: withoutWordiness(when) },
    notes: [
      ...(kept.length === 0 ? [] : restrictionNotes(when, at)),
      ...(kept.length === 0 || restrictions === null ? [] : roundedNotes(restrictions, at)),
      ...taken.flatMap(({ notes }) => notes),
      ...unknownFields(place, ['price_components', 'restrictions'], at),
    ],
  };
}

function whyDropped(
  components: readonly PriceComponent[],
  index: number,
  { reservation }: Restrictions,
): OcpiNoteKind | null {
  const dimension = components[index]?.dimension;
  if (reservation !== null && (dimension === 'energy' || dimension === 'parking'))
    return 'not-for-reservations';
  return components.slice(0, index).some((one) => one.dimension === dimension) ? 'dimension-twice' : null;
}

/** Dearer than anything that is sold by the kWh, the hour or the session: no draft holds more. */
const MOST_PRICE = 1_000_000;

function holdable(component: PriceComponent, { path }: Place): PriceComponent {
  if (component.price > MOST_PRICE * MICROS_PER_UNIT)
    throw new Misread({ kind: 'out-of-range', path: `${path}.price`, from: 0, to: MOST_PRICE });
  return component;
}

function componentNotes(
  { stepSize, vat, price }: PriceComponent,
  place: Place,
  { at, taxes }: { readonly at: NotePlace; readonly taxes: Taxes },
): readonly OcpiNote[] {
  const isInBlocks = stepSize !== null && stepSize > 1;
  const isWithoutVat = vat === null && taxes !== 'none' && price > 0;
  return [
    ...(isInBlocks
      ? [noteOf('step-size', { ...at, path: `${place.path}.step_size` }, String(stepSize))]
      : []),
    ...roundedNotes(place, at),
    ...(isWithoutVat ? [noteOf('no-vat', at)] : []),
    ...unknownFields(place, ['type', 'price', 'vat', 'step_size'], at),
  ];
}

function restrictionNotes(
  { reservation, power, current, window }: Restrictions,
  at: NotePlace,
): readonly OcpiNote[] {
  const here = { ...at, path: `${at.path}.restrictions` };
  return [
    ...(reservation === null ? [] : [noteOf('reservation', here)]),
    ...(power === null ? [] : [noteOf('power', here)]),
    ...(current === null ? [] : [noteOf('current', here)]),
    ...(window?.to === DAY_MINUTES - 1 ? [noteOf('last-minute', here)] : []),
  ];
}

/** The same, without what restricts nothing: from 0 kWh, from midnight to midnight, a day named twice. */
function withoutWordiness(when: Restrictions): Restrictions {
  const { window, weekdays } = when;
  return {
    ...when,
    window: window?.from === 0 && window.to === DAY_MINUTES ? null : window,
    weekdays: weekdays === null ? null : [...new Set(weekdays)].toSorted((a, b) => a - b),
    energy: withoutZero(when.energy),
    duration: withoutZero(when.duration),
    power: withoutZero(when.power),
    current: withoutZero(when.current),
  };
}

const DAY_MINUTES = 1_440;

function withoutZero(range: Range | null): Range | null {
  if (range === null || range.atLeast !== 0) return range;
  return range.below === null ? null : { atLeast: null, below: range.below };
}
