import type { Vehicle } from '../access/vehicle.ts';
import { assertNever } from '../shared/assert-never.ts';
import type { Instant } from '../shared/units.ts';
import type { NewRecord } from './import-facts.ts';
import type { ImportedRecord } from './import-run.ts';
import type { TouchedRecord } from './plan-import.ts';

export interface Settling {
  /** When the rows were judged. */
  readonly judgedAt: Instant;
  readonly now: Instant;
  /** A number never given before. */
  readonly newId: (of: NewRecord) => number;
}

/**
 * What a plan touches as it is to be kept: with real numbers in the place of those that were made up, and what was to
 * begin or end when the rows were judged does so now. Pauses after each record.
 */
export function* settledRecords(
  touched: readonly TouchedRecord[],
  settling: Settling,
): Generator<undefined, readonly TouchedRecord[]> {
  const numbers = new Map<number, number>();
  for (const { record } of touched)
    if (record.of !== 'station' && record.before === null)
      numbers.set(record.after.id, settling.newId(record.of));
  const settled: TouchedRecord[] = [];
  for (const { number, record } of touched) {
    settled.push({ number, record: settledRecord(record, numbers, settling) });
    yield;
  }
  return settled;
}

function settledRecord(
  record: ImportedRecord,
  numbers: ReadonlyMap<number, number>,
  { judgedAt, now }: Settling,
): ImportedRecord {
  const real = <Id extends number | null>(id: Id): Id => ((id === null ? null : numbers.get(id)) ?? id) as Id;
  const moment = <At extends Instant | null>(at: At, before: Instant | null | undefined): At | Instant =>
    at === judgedAt && before !== judgedAt ? now : at;
  switch (record.of) {
    case 'tenant': {
      const { before, after } = record;
      const addedAt = moment(after.addedAt, before?.addedAt);
      return { ...record, after: { ...after, id: real(after.id), parentId: real(after.parentId), addedAt } };
    }
    case 'group': {
      const { before, after } = record;
      const addedAt = moment(after.addedAt, before?.addedAt);
      return { ...record, after: { ...after, id: real(after.id), tenantId: real(after.tenantId), addedAt } };
    }
    case 'driver':
      return { ...record, after: { ...record.after, ...holder(record) } };
    case 'card':
      return { ...record, after: { ...record.after, ...holder(record) } };
    case 'vehicle': {
      const odometer = readings(record.after.odometer, record.before?.odometer ?? []);
      return { ...record, after: { ...record.after, ...holder(record), odometer } };
    }
    case 'assignment': {
      const { before, after } = record;
      const { cardId, driverId, vehicleId } = after;
      return {
        ...record,
        after: {
          ...after,
          id: real(after.id),
          cardId: real(cardId),
          driverId: real(driverId),
          vehicleId: real(vehicleId),
          from: moment(after.from, before?.from),
          to: moment(after.to, before?.to),
        },
      };
    }
    case 'station': {
      const { before, after } = record;
      const { tenantId, groupIds } = after;
      const adoptedAt = moment(after.adoptedAt, before?.adoptedAt);
      return {
        ...record,
        after: { ...after, tenantId: real(tenantId), groupIds: groupIds.map(real), adoptedAt },
      };
    }
    default:
      return assertNever(record);
  }

  function holder<Thing extends Holder>({
    before,
    after,
  }: {
    readonly before: Thing | null;
    readonly after: Thing;
  }): Pick<Thing, 'id' | 'tenantId' | 'groupIds'> & { addedAt: Instant; blockedAt: Instant | null } {
    return {
      id: real(after.id),
      tenantId: real(after.tenantId),
      groupIds: after.groupIds.map(real),
      addedAt: moment(after.addedAt, before?.addedAt),
      blockedAt: moment(after.blockedAt, before?.blockedAt),
    };
  }

  function readings(all: Vehicle['odometer'], known: Vehicle['odometer']): Vehicle['odometer'] {
    return all.map((one) => (known.includes(one) ? one : { ...one, at: now }));
  }
}

interface Holder {
  readonly id: number;
  readonly tenantId: number;
  readonly groupIds: readonly number[];
  readonly addedAt: Instant;
  readonly blockedAt: Instant | null;
}
