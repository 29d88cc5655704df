import type { OcpiNote } from '#api/ocpi-tariffs.ts';
import type { Format } from '../../../lib/format.ts';
import type { Translate } from '../../../text/use-text.ts';

interface Reader {
  readonly t: Translate;
  readonly format: Format;
}

/** All notes of one kind, said once. */
export interface NoteGroup {
  readonly kind: OcpiNote['kind'];
  readonly weight: OcpiNote['weight'];
  readonly words: string;
  /** Where in the file, `element 2, standing time: blocks of 5 min`; at most a few, and how many more there are. */
  readonly places: readonly string[];
  readonly more: number;
}

const MOST_PLACES = 4;

/** Notes in words, those that may change what is paid first. */
export function noteGroups(notes: readonly OcpiNote[], reader: Reader): readonly NoteGroup[] {
  const kinds = [...new Set(notes.map(({ kind }) => kind))];
  return kinds
    .flatMap((kind) =>
      groupOf(
        notes.filter((note) => note.kind === kind),
        reader,
      ),
    )
    .toSorted((a, b) => Number(b.weight === 'price') - Number(a.weight === 'price'));
}

function groupOf(alike: readonly OcpiNote[], reader: Reader): readonly NoteGroup[] {
  const [first] = alike;
  if (first === undefined) return [];
  const { kind, weight } = first;
  const values = unique(alike.flatMap((note) => valueWords(note, reader)));
  const places = unique(alike.flatMap((note) => placeWords(note, reader)));
  return [
    {
      kind,
      weight,
      words: reader.t(`ocpi.note.${kind}`, { value: values.join(', ') }),
      places: places.slice(0, MOST_PLACES),
      more: Math.max(0, places.length - MOST_PLACES),
    },
  ];
}

function valueWords({ kind, value, dimension }: OcpiNote, { t, format }: Reader): readonly string[] {
  if (kind === 'dimension-lost' && dimension !== null) return [t(`ocpi.dimension.${dimension}`)];
  if (value === null) return [];
  return [kind === 'starts' || kind === 'ends' ? format.dateTime(value) : value];
}

function placeWords({ kind, element, dimension, value }: OcpiNote, { t, format }: Reader): readonly string[] {
  if (element === null) return [];
  const number = element + 1;
  const place =
    dimension === null
      ? t('ocpi.element', { number })
      : t('ocpi.component', { number, dimension: t(`ocpi.dimension.${dimension}`) });
  if (kind !== 'step-size') return [place];
  const blocks = Number(value);
  const size = dimension === 'energy' ? format.energy(blocks) : format.duration(blocks);
  return [t('ocpi.blocks', { place, size })];
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
