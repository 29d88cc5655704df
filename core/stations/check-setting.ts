import { entryOf, type StationConfiguration } from './configuration.ts';
import { type StandardKey, standardKey } from './standard-keys.ts';
import type { Behaviour } from './switches.ts';

/** Why a value is not sent to a station. A person who knows better may send it all the same. */
export type SettingProblem =
  | { readonly kind: 'not-yes-no' }
  | { readonly kind: 'not-a-number' }
  | { readonly kind: 'too-small'; readonly least: number }
  | { readonly kind: 'too-large'; readonly most: number }
  | { readonly kind: 'not-a-list' }
  | { readonly kind: 'too-many-words'; readonly most: number }
  | { readonly kind: 'too-long'; readonly mostLetters: number }
  /** The station says that nobody may write it. */
  | { readonly kind: 'read-only' }
  /** Its make does not bear so short an interval. */
  | { readonly kind: 'too-often'; readonly leastSeconds: number };

/** Length of a value in ChangeConfiguration (OCPP 1.6 §6.7). */
const MOST_LETTERS = 500;

/** What speaks against a value, as far as the standard, the station's make and its own words tell. */
export function settingProblem(
  { key, value }: { readonly key: string; readonly value: string },
  configuration: StationConfiguration | null,
  behaviour: Behaviour,
): SettingProblem | null {
  if (entryOf(configuration, key)?.readOnly === true) return { kind: 'read-only' };
  if (value.length > MOST_LETTERS) return { kind: 'too-long', mostLetters: MOST_LETTERS };
  const known = standardKey(key);
  if (known === null) return null;
  const wrong = typeProblem(known, value);
  if (wrong !== null) return wrong;
  if (known.type === 'list') return lengthProblem(key, value, configuration);
  return intervalProblem(key, value, behaviour);
}

function typeProblem(known: StandardKey, value: string): SettingProblem | null {
  switch (known.type) {
    case 'yes-no':
      return /^(true|false)$/i.test(value) ? null : { kind: 'not-yes-no' };
    case 'number':
      if (!/^-?\d+$/.test(value)) return { kind: 'not-a-number' };
      if (Number(value) < known.least) return { kind: 'too-small', least: known.least };
      if (known.most !== null && Number(value) > known.most) return { kind: 'too-large', most: known.most };
      return null;
    case 'list':
      return /^\s*$|^[^,\s][^,]*(,[^,]+)*$/.test(value) ? null : { kind: 'not-a-list' };
    case 'text':
      return value.length > known.mostLetters ? { kind: 'too-long', mostLetters: known.mostLetters } : null;
  }
}

/** A station tells in `…MaxLength` how many words its lists hold. */
function lengthProblem(
  key: string,
  value: string,
  configuration: StationConfiguration | null,
): SettingProblem | null {
  const most = entryOf(configuration, `${key}MaxLength`)?.value ?? null;
  if (most === null || !/^\d+$/.test(most) || value.trim() === '') return null;
  return value.split(',').length > Number(most) ? { kind: 'too-many-words', most: Number(most) } : null;
}

/** 0 switches the values off, which every station bears. */
function intervalProblem(
  key: string,
  value: string,
  { leastSampleSeconds }: Behaviour,
): SettingProblem | null {
  if (!SAMPLE_INTERVALS.has(key.toLowerCase())) return null;
  const often = Number(value) > 0 && Number(value) < leastSampleSeconds;
  return often ? { kind: 'too-often', leastSeconds: leastSampleSeconds } : null;
}

const SAMPLE_INTERVALS: ReadonlySet<string> = new Set([
  'metervaluesampleinterval',
  'clockaligneddatainterval',
]);
