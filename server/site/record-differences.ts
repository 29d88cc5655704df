import { createHash, type Hash } from 'node:crypto';
import type { Change } from '#core/changes.ts';
import type { FieldValue, FieldValues, RecordDifference } from '#core/logbook/entry.ts';
import { runThrough } from '#core/shared/run-through.ts';
import type { LiveSite } from './live-site.ts';
import { sha256 } from './seal-entries.ts';
import { type TouchedRecord, touchedRecord } from './touched-record.ts';

/** Of more records that differ an entry says only how many they were, and keeps a hash of what they became. */
const MOST_RECORDS = 50;
/** What is longer as JSON is kept as a hash: the logbook is no second database. */
const LONGEST_VALUE = 2_000;
/** What stands where a secret was changed. */
export const MASK = '•••';
const SECRET = /password|secret|sealed|record|tokenHash/i;

/**
 * What a decision does to records, where somebody is named in it; to be asked before its changes are in effect. Only what
 * differs is said, and never a secret.
 */
export function changedBySomebody(live: LiveSite, changes: readonly Change[]): readonly RecordDifference[] {
  if (!changes.some(hasActor)) return [];
  return runThrough(differencesOneByOne(live, changes));
}

/**
 * The same of what somebody does, with a pause after each record: of very many, others should have their turns. The hash
 * is over what `hashed` tells of a record, which is all of it unless some of that is not yet certain.
 */
export function* differencesOneByOne(
  live: LiveSite,
  changes: readonly Change[],
  hashed: (record: TouchedRecord) => object | null = ({ after }) => after,
): Generator<undefined, readonly RecordDifference[]> {
  const touched = new Map<string, TouchedRecord>();
  for (const change of changes) {
    const record = touchedRecord(live, change);
    if (record !== null) touched.set(`${record.of} ${record.id}`, record);
    yield;
  }
  const differences: RecordDifference[] = [];
  for (const record of touched.values()) {
    const difference = differenceOf(record);
    if (difference !== null) differences.push(difference);
    if (differences.length > MOST_RECORDS) return yield* summedUp(touched.values(), hashed);
    yield;
  }
  return differences;
}

function hasActor(change: Change): boolean {
  return change.kind === 'add-log-entry' && change.entry.actor !== null;
}

function differenceOf({ of, id, before, after }: TouchedRecord): RecordDifference | null {
  const old = before && fieldsOf(before);
  const fresh = after && fieldsOf(after);
  if (old === null || fresh === null)
    return { of, id, before: old && shown(old, saying(old)), after: fresh && shown(fresh, saying(fresh)) };
  const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])].filter(
    (name) => old[name] !== fresh[name] && JSON.stringify(old[name]) !== JSON.stringify(fresh[name]),
  );
  return names.length === 0 ? null : { of, id, before: shown(old, names), after: shown(fresh, names) };
}

/** One difference for each kind of record: how many they were, and a hash over all that they have become. */
function* summedUp(
  records: Iterable<TouchedRecord>,
  hashed: (record: TouchedRecord) => object | null,
): Generator<undefined, readonly RecordDifference[]> {
  const kinds = new Map<string, { records: number; readonly hash: Hash }>();
  for (const record of records) {
    yield;
    const { of, id, before, after } = record;
    if (before !== null && JSON.stringify(before) === JSON.stringify(after)) continue;
    const kind = kinds.get(of) ?? { records: 0, hash: createHash('sha256') };
    kinds.set(of, kind);
    kind.hash.update(`${JSON.stringify({ id, after: hashed(record) })}\n`);
    kind.records += 1;
  }
  return [...kinds].map(([of, { records: count, hash }]) => ({
    of,
    id: '',
    before: {},
    after: { records: count, sha256: hash.digest('hex') },
  }));
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a record, those within fields by a path; lists stay whole. */
function fieldsOf(record: object, path = '', fields: Record<string, unknown> = {}): Fields {
  for (const [name, value] of Object.entries(record))
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      fieldsOf(value, `${path}${name}.`, fields);
    else fields[`${path}${name}`] = value;
  return fields;
}

/** Some fields as the logbook keeps them. */
function shown(fields: Fields, names: readonly string[]): FieldValues {
  const present = names.filter((name) => name in fields);
  return Object.fromEntries(present.map((name) => [name, shownValue(name, fields[name])]));
}

function shownValue(name: string, value: unknown): FieldValue {
  if (value === null || value === undefined) return null;
  if (SECRET.test(name)) return MASK;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string' && value.length < LONGEST_VALUE / 2) return value;
  const text = JSON.stringify(Array.isArray(value) ? value.map(withoutSecrets) : value);
  if (text.length > LONGEST_VALUE) return `sha256:${sha256(text)}`;
  return JSON.parse(text) as FieldValue;
}

function withoutSecrets(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, SECRET.test(name) ? MASK : inner]),
  );
}

/** The fields that say something: of a new record, nobody reads what is empty. */
function saying(fields: Fields): readonly string[] {
  return Object.keys(fields).filter((name) => {
    const value = fields[name];
    return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
  });
}
