import type { StationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { noList, offlineCardsOf } from '#core/stations/local-list.ts';
import { type OfflineOutlook, offlineOutlook } from '#core/stations/offline-outlook.ts';
import { isSameList } from '#core/stations/plan-list.ts';
import type { Station } from '#core/stations/station.ts';
import { type WantedList, wantedList } from '#core/stations/wanted-list.ts';
import type { Application } from '../application.ts';
import { keepLocalList } from './keep-local-list.ts';
import { listCandidates } from './list-candidates.ts';
import { listCapacity } from './list-capacity.ts';
import { heldLately } from './send-local-list.ts';

/** One station of the board: what it will do alone, and when that was last tried. */
export interface OfflineStation {
  readonly station: Station;
  readonly outlook: OfflineOutlook;
  readonly listIsCurrent: boolean;
  readonly leftOut: WantedList['leftOut'];
  readonly testedAt: Instant | null;
}

const MOST_HELD = 1_000;

/** What each station does if this computer is off now. */
export async function offlineBoard(
  app: Application,
  stations: readonly Station[],
): Promise<readonly OfflineStation[]> {
  const { reads } = app.store;
  const [held, tested] = await Promise.all([
    reads.heldCards({ countedFrom: app.clock.now(), limit: MOST_HELD }),
    testedAt(app),
  ]);
  const lastHeld = heldLately(held);
  return stations.map((station) => {
    const wanted = wantedOf(app, station.id, lastHeld);
    const list = app.desk.live.localLists.get(station.id);
    const listIsCurrent = list?.state.kind === 'acknowledged' && isSameList(list.entries, wanted.entries);
    return {
      station,
      listIsCurrent,
      leftOut: wanted.leftOut,
      testedAt: tested.get(station.id) ?? null,
      outlook: offlineOutlook({
        configuration: app.desk.live.configurations.get(station.id) ?? null,
        list: offlineCardsOf(list),
        listIsCurrent,
        hasCards: wanted.entries.length > 0,
        access: app.desk.live.site.access,
      }),
    };
  });
}

/** Puts right what can be put right from here, one thing after the other. Resolves when all was tried. */
export async function repairOffline(app: Application, board: OfflineStation, who: string): Promise<void> {
  const { id } = board.station;
  if (board.outlook.repairs.some(({ kind }) => kind === 'read-configuration')) {
    await app.configurations.read(id);
    // What has to be put right is known only now; a station that could not be read is left alone.
    const [read] = await offlineBoard(app, [board.station]);
    if (read?.outlook.repairs.every(({ kind }) => kind !== 'read-configuration'))
      await repairOffline(app, read, who);
    return;
  }
  for (const repair of board.outlook.repairs)
    switch (repair.kind) {
      case 'read-configuration':
        break;
      case 'set-key':
        await app.configurations.change(id, { key: repair.key, value: repair.value, who });
        break;
      case 'send-list':
        // A list that was sent once and is never kept up to date would soon be wrong again.
        await keepLocalList(app, id, { kept: true, by: who });
        await app.commands.order(id, { kind: 'send-local-list', whole: true }, who);
        break;
    }
}

function wantedOf(
  { desk, clock }: Application,
  id: StationId,
  lastHeld: ReturnType<typeof heldLately>,
): WantedList {
  const { live } = desk;
  const capacity = listCapacity(live, live.localLists.get(id) ?? noList(id));
  return wantedList(listCandidates(live, id, clock.now()), { stationId: id, capacity, lastHeld });
}

/** Of each station the latest offline step that passed, in whichever run. */
async function testedAt({ store, desk }: Application): Promise<ReadonlyMap<StationId, Instant>> {
  const latest = new Map<StationId, Instant>();
  for (const stored of await store.reads.acceptanceRuns(null)) {
    const { stationId, steps } = desk.live.acceptanceRuns.get(stored.id) ?? stored;
    const state = steps.find(({ step }) => step === 'offline')?.state;
    if (state?.kind !== 'passed') continue;
    if (state.at > (latest.get(stationId) ?? 0)) latest.set(stationId, state.at);
  }
  return latest;
}
