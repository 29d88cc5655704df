import type { RecordDifference } from '#api/logbook.ts';
import type { Format } from '../lib/format.ts';
import { recordFields } from '../text/en/record-fields.ts';
import type { Translate } from '../text/use-text.ts';

interface FieldContext {
  readonly t: Translate;
  readonly format: Format;
}

/** What a kind of record is called. */
export function recordWords({ of, id }: RecordDifference, t: Translate): string {
  return `${isKeyOf(recordFields.kind, of) ? t(`recordFields.kind.${of}`) : of} ${id}`.trim();
}

/** What a field is called; the parts of its path that have a name, else the path itself. */
export function fieldWords(path: string, t: Translate): string {
  const words = path
    .split('.')
    .flatMap((part) => (isKeyOf(recordFields.name, part) ? [t(`recordFields.name.${part}`)] : []));
  return words.length === 0 ? path : [...new Set(words)].join(' · ');
}

/** A value as a person reads it. */
export function valueWords(value: unknown, { t, format }: FieldContext): string {
  if (value === null || value === undefined || value === '') return t('recordFields.nothing');
  if (typeof value === 'boolean') return t(value ? 'recordFields.yes' : 'recordFields.no');
  if (typeof value === 'number') return format.number(value);
  if (typeof value === 'string') {
    if (MOMENT.test(value)) return format.dateTime(value);
    return value.startsWith(HASHED) ? t('recordFields.hashed', { hash: value.slice(7, 15) }) : value;
  }
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(', ');
  return JSON.stringify(value);
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;
const HASHED = 'sha256:';

function isKeyOf<Words extends object>(words: Words, text: string): text is keyof Words & string {
  return Object.hasOwn(words, text);
}
