import { lastName, type Place, strangeFields } from './json-place.ts';
import { type NotePlace, noteOf, type OcpiNote } from './ocpi-note.ts';

/** A note on everything that an object says beyond these fields. */
export function unknownFields(place: Place, known: readonly string[], at: NotePlace): readonly OcpiNote[] {
  return strangeFields(place, known).map(({ path }) =>
    noteOf('unknown-field', { ...at, path }, lastName(path)),
  );
}
