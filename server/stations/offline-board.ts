import type { StationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { isSameDigest } from '#core/stations/list-digest.ts';
import { offlineCardsOf } from '#core/stations/local-list.ts';
import { type OfflineOutlook, offlineOutlook } from '#core/stations/offline-outlook.ts';
import type { Station } from '#core/stations/station.ts';
import type { WantedList } from '#core/stations/wanted-list.ts';
import type { Application } from '../application.ts';
import { keepLocalList } from './keep-local-list.ts';
import { digestInTurns, heldLately, reckonList } from './reckon-list.ts';

/** One station of the board: what it will do alone, and when that was last tried. */
export interface OfflineStation {
  readonly station: Station;
  readonly outlook: OfflineOutlook;
  readonly listIsCurrent: boolean;
  readonly leftOut: WantedList['leftOut'];
  readonly testedAt: Instant | null;
}

/** What each station does if this computer is off now. */
export async function offlineBoard(
  app: Application,
  stations: readonly Station[],
): Promise<readonly OfflineStation[]> {
  const [holdings, tested] = await Promise.all([app.store.reads.latestHoldings(null), testedAt(app)]);
  const lastHeld = heldLately(holdings);
  const { live } = app.desk;
  const board: OfflineStation[] = [];
  for (const station of stations) {
    const wanted = await reckonList(live, station.id, { now: app.clock.now(), lastHeld });
    const list = live.localLists.get(station.id);
    const listIsCurrent =
      list?.state.kind === 'acknowledged' &&
      isSameDigest(await digestInTurns(list.entries), await digestInTurns(wanted.entries));
    board.push({
      station,
      listIsCurrent,
      leftOut: wanted.leftOut,
      testedAt: tested.get(station.id) ?? null,
      outlook: offlineOutlook({
        configuration: live.configurations.get(station.id) ?? null,
        list: offlineCardsOf(list),
        listIsCurrent,
        hasCards: wanted.entries.length > 0,
        access: live.site.access,
      }),
    });
  }
  return board;
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
