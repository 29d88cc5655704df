import { MICROS_PER_UNIT } from '../amounts.ts';
import { asMeant, fieldOf, type Place } from './json-place.ts';
import { type NotePlace, noteOf, type OcpiNote } from './ocpi-note.ts';

/** Notes on prices, taxes and limits of an object with more decimals than a draft has, as they stood. */
export function roundedNotes(place: Place, at: NotePlace): readonly OcpiNote[] {
  return Object.entries(SCALES).flatMap(([name, scale]) => {
    const field = fieldOf(place, name);
    if (typeof field?.value !== 'number') return [];
    return Number.isInteger(asMeant(field.value, scale))
      ? []
      : noteOf('rounded', { ...at, path: field.path }, String(field.value));
  });
}

/** How many of a draft's units are in one of OCPI's. */
const SCALES: Readonly<Record<string, number>> = {
  price: MICROS_PER_UNIT,
  vat: 100,
  ...each(['excl_vat', 'incl_vat', 'before_taxes', 'after_taxes'], MICROS_PER_UNIT),
  ...each(['min_kwh', 'max_kwh', 'min_power', 'max_power', 'min_current', 'max_current'], 1_000),
  ...each(['min_duration', 'max_duration'], 1),
};

function each(names: readonly string[], scale: number): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name) => [name, scale]));
}
