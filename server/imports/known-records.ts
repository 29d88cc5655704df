import type { KnownRecords } from '#core/imports/known-records.ts';
import { indexNames, type NameIndex } from '#core/imports/name-index.ts';
import { runThrough } from '#core/shared/run-through.ts';
import type { LiveSite } from '../site/live-site.ts';
import { inTurns } from './in-turns.ts';

/** By the revision of the records that were filed. */
const INDEXES = new WeakMap<object, NameIndex>();

/** The records of a site for an import, right now. Their names are filed when the first is looked for. */
export function knownRecords({ access }: LiveSite): KnownRecords {
  return {
    get names() {
      return INDEXES.get(access.revision) ?? kept(access.revision, runThrough(filing(access)));
    },
    driver: (id) => access.drivers.get(id) ?? null,
    vehicle: (id) => access.vehicles.get(id) ?? null,
    cardByUid: (uid) => access.cardByUid(uid),
    similarTo: (number, keys) => access.similarTo(number, keys),
    vehicleByNumber: (uid) => access.vehicleByNumber(uid),
    assignmentsOf: (card) => access.assignmentsOf({ kind: 'card', id: card }),
  };
}

/** Files the names of a site ahead, while others have their turns. */
export async function fileNames({ access }: LiveSite): Promise<void> {
  const { revision } = access;
  if (!INDEXES.has(revision)) kept(revision, await inTurns(filing(access)));
}

function filing({ drivers, vehicles }: LiveSite['access']): Generator<undefined, NameIndex> {
  return indexNames([...drivers.values()], [...vehicles.values()]);
}

function kept(revision: object, names: NameIndex): NameIndex {
  INDEXES.set(revision, names);
  return names;
}
