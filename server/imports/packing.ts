import type { Change } from '#core/changes.ts';
import type { ImportedRecord } from '#core/imports/import-run.ts';
import { toldOfStation, toldStation } from '#core/imports/imported-station.ts';
import type { RecordDifference } from '#core/logbook/entry.ts';
import { packAhead } from '#store/apply-changes.ts';
import type { LiveSite } from '../site/live-site.ts';
import { differencesOneByOne } from '../site/record-differences.ts';
import type { TouchedRecord } from '../site/touched-record.ts';
import { recordChange } from './record-changes.ts';

/** Very many changes on their way to a decision. */
export interface Packed {
  readonly changes: readonly Change[];
  /** They change by themselves until the decision; so they are packed by it. */
  readonly stations: readonly ImportedRecord[];
  readonly differences: readonly RecordDifference[];
}

/**
 * Does ahead, with a pause after each change, what a decision of very many would else do at once: packs them for the
 * store, and says what they do to records.
 */
export function* packing(
  live: LiveSite,
  records: readonly ImportedRecord[],
  more: readonly Change[] = [],
): Generator<undefined, Packed> {
  const stations = records.filter((record) => record.of === 'station');
  const changes = [...records.filter(({ of }) => of !== 'station').map(recordChange), ...more];
  for (const change of changes) {
    packAhead(change);
    yield;
  }
  const all = [...changes, ...stations.map((record) => changeNow(live, record))];
  // Only what the list tells of a station will be stored as it is now; a hash of more could not be taken again.
  const told = new Map<string, object>(stations.map(({ after }) => [after.id, toldOfStation(after)]));
  const hashed = ({ of, id, after }: TouchedRecord) => (of === 'station' ? (told.get(id) ?? after) : after);
  return { changes, stations, differences: yield* differencesOneByOne(live, all, hashed) };
}

/** The changes as they are to be decided on right now. */
export function unpacked(live: LiveSite, { changes, stations }: Packed): readonly Change[] {
  return [...changes, ...stations.map((record) => changeNow(live, record))];
}

/** A station may have come or gone since it was judged; what a list says of it is as it was. */
function changeNow(live: LiveSite, record: ImportedRecord): Change {
  const current = record.of === 'station' ? live.stations.get(record.after.id) : undefined;
  return record.of !== 'station' || current === undefined
    ? recordChange(record)
    : recordChange({ ...record, after: toldStation(current, record.after) });
}
