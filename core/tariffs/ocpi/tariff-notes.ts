import type { Instant } from '../../shared/units.ts';
import type { Tariff } from '../tariff.ts';
import { fieldOf, itemsOf, type Place } from './json-place.ts';
import { noteOf, type OcpiNote, type OcpiNoteKind } from './ocpi-note.ts';
import type { OcpiTariff } from './read-tariff.ts';
import { roundedNotes } from './rounded-notes.ts';
import { unknownFields } from './unknown-fields.ts';

/** Notes on a tariff as a whole; `currency` is that of the site's prices, null where it has none yet. */
export function tariffNotes(
  document: Place,
  { tariff, from, to }: OcpiTariff,
  currency: string | null,
): readonly OcpiNote[] {
  const about = (name: string) => wholeAt(document, name);
  const at = about('currency');
  const type = statedIn(document, 'type');
  return [
    ...(currency === null || currency === tariff.currency ? [] : [noteOf('other-currency', at, currency)]),
    ...momentNote('starts', from, about('start_date_time')),
    ...momentNote('ends', to, about('end_date_time')),
    ...(type === null || type === 'REGULAR' ? [] : [noteOf('profile', about('type'), type)]),
    ...LEFT.flatMap(({ kind, field }) =>
      fieldOf(document, field) === null ? [] : [noteOf(kind, about(field), statedIn(document, field))],
    ),
    ...['min_price', 'max_price'].flatMap((name) => {
      const limit = fieldOf(document, name);
      return limit === null ? [] : roundedNotes(limit, about(name));
    }),
    ...unknownFields(document, KNOWN, about('')),
  ];
}

/** Net prices come to other cents where each line is rounded, by half a cent a line at most, so it is said last. */
export function roundingNote(document: Place, { taxes }: Tariff): readonly OcpiNote[] {
  return taxes === 'on-top' ? [noteOf('net-rounding', wholeAt(document, 'tax_included'))] : [];
}

/** What drivers read, and notes on what of it is left out. */
export interface TakenText {
  readonly text: string;
  readonly notes: readonly OcpiNote[];
}

/** OCMF has room for so much of it (OCMF 1.4.1, TT), and so have drafts. */
const MOST_TEXT = 250;

/** The text in this language, else in English, else the first. */
export function takeText(document: Place, language: string): TakenText {
  const texts = textsOf(document);
  const speaks = (code: string) => texts.find((one) => one.language.toLowerCase().split('-')[0] === code);
  const chosen = speaks(language) ?? speaks('en') ?? texts[0];
  if (chosen === undefined) return { text: '', notes: [] };
  const at = wholeAt(document, FIELD_OF_TEXTS);
  const others = texts.filter((one) => one !== chosen).map((one) => one.language);
  const isTooLong = [...chosen.text].length > MOST_TEXT;
  return {
    text: isTooLong ? '' : chosen.text,
    notes: [
      ...(isTooLong ? [noteOf('text-too-long', at, chosen.text)] : []),
      ...(others.length === 0 ? [] : [noteOf('other-languages', at, others.join(', '))]),
    ],
  };
}

const FIELD_OF_TEXTS = 'tariff_alt_text';

const LEFT: readonly { readonly kind: OcpiNoteKind; readonly field: string }[] = [
  { kind: 'alt-url', field: 'tariff_alt_url' },
  { kind: 'energy-mix', field: 'energy_mix' },
  { kind: 'preauthorize', field: 'preauthorize_amount' },
];

/** OCPI 2.2.1 §11.3.1, and what 2.3.0 adds to it. */
const KNOWN: readonly string[] = [
  ...['country_code', 'party_id', 'id', 'currency', 'type', FIELD_OF_TEXTS, 'min_price', 'max_price'],
  ...['elements', 'start_date_time', 'end_date_time', 'tax_included', 'last_updated'],
  ...LEFT.map(({ field }) => field),
];

function momentNote(kind: OcpiNoteKind, moment: Instant | null, at: OcpiNote['at']): readonly OcpiNote[] {
  return moment === null ? [] : [noteOf(kind, at, String(moment))];
}

function wholeAt({ path }: Place, name: string): OcpiNote['at'] {
  const whole = path === '' || name === '' ? `${path}${name}` : `${path}.${name}`;
  return { path: whole, element: null, component: null, dimension: null };
}

/** As it stands there; null where that is no text and no number. */
function statedIn(document: Place, name: string): string | null {
  const value = fieldOf(document, name)?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** Those that are texts: what has nothing to do with prices is no reason to refuse a tariff. */
function textsOf(document: Place): readonly { readonly language: string; readonly text: string }[] {
  const field = fieldOf(document, FIELD_OF_TEXTS);
  if (field === null || !Array.isArray(field.value)) return [];
  return itemsOf(field).flatMap((place) => {
    if (typeof place.value !== 'object' || place.value === null || Array.isArray(place.value)) return [];
    const [language, text] = [statedIn(place, 'language'), statedIn(place, 'text')?.trim()];
    return language === null || text === undefined || text === '' ? [] : { language, text };
  });
}
