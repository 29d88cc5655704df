import { lastName, type Place, strangeFields } from './json-place.ts';
import { type NotePlace, noteOf, type OcpiNote } from './ocpi-note.ts';

/** A note on what an object says beyond these fields: the first few names, and how many more there are. */
export function unknownFields(place: Place, known: readonly string[], at: NotePlace): readonly OcpiNote[] {
  const names = strangeFields(place, known).map(({ path }) => lastName(path).slice(0, MOST_LETTERS));
  if (names.length === 0) return [];
  const more = names.length - MOST_NAMES;
  const told = [...names.slice(0, MOST_NAMES), ...(more > 0 ? [`+${more}`] : [])];
  return [noteOf('unknown-field', { ...at, path: place.path }, told.join(', '))];
}

/** A file of nothing but strange names would be answered with many times its size. */
const MOST_NAMES = 5;
const MOST_LETTERS = 60;
