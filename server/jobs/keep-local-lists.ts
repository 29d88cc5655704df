import type { StationId } from '#core/shared/ids.ts';
import { SECOND } from '#core/shared/units.ts';
import { type LocalList, neverSaysItsVersion, noList } from '#core/stations/local-list.ts';
import { isSameList } from '#core/stations/plan-list.ts';
import { wantedList } from '#core/stations/wanted-list.ts';
import type { Application } from '../application.ts';
import type { StationLine } from '../ocpp/station-line.ts';
import { logLine } from '../site/log-line.ts';
import { listCandidates } from '../stations/list-candidates.ts';
import { listCapacity } from '../stations/list-capacity.ts';
import { heldLately, versionOf } from '../stations/send-local-list.ts';

/** Who orders what the program does by itself. */
const PROGRAM = 'Ladehaus';
/** A station that has just connected has its own story to tell first. */
const SETTLE_MS = 10 * SECOND;
const MOST_HELD = 1_000;

/**
 * Keeps the lists of the stations for which somebody wants it: after changes of cards, gathered until they have rested
 * for one round, and when a station says that it has another version than it took. In test-tool mode it rests.
 */
export function createListKeeper(app: Application): () => Promise<void> {
  const { desk, stations, clock } = app;
  const asked = new WeakSet<StationLine>();
  /** What was wanted in the round before, and what was sent last, by station. */
  const seen = new Map<StationId, string>();
  const tried = new Map<StationId, string>();

  return async () => {
    if (app.isTestTool()) return;
    const kept = [...desk.live.localLists.values()].filter((list) => list.kept);
    if (kept.length === 0) return;
    const lastHeld = heldLately(
      await app.store.reads.heldCards({ countedFrom: clock.now(), limit: MOST_HELD }),
    );
    for (const list of kept) await look(list, lastHeld);
  };

  async function look(list: LocalList, lastHeld: ReturnType<typeof heldLately>): Promise<void> {
    const { stationId } = list;
    const line = stations.line(stationId);
    const station = desk.live.stations.get(stationId);
    if (line === undefined || station === undefined || station.retiredAt !== null) return;
    if (clock.now() - line.openedAt < SETTLE_MS || isUnderWay(stationId)) return;
    if (!asked.has(line)) {
      asked.add(line);
      // A new line is a new chance for what did not work.
      tried.delete(stationId);
      await check(list, line);
    }
    const current = desk.live.localLists.get(stationId) ?? noList(stationId);
    const capacity = listCapacity(desk.live, current);
    const { entries } = wantedList(listCandidates(desk.live, stationId, clock.now()), {
      stationId,
      capacity,
      lastHeld,
    });
    const wanted = JSON.stringify(entries);
    const rested = seen.get(stationId) === wanted;
    seen.set(stationId, wanted);
    const isSettled = current.state.kind === 'acknowledged' || neverSaysItsVersion(current);
    const isThere = isSettled && isSameList(current.entries, entries);
    if (isThere || !rested || current.state.kind === 'not-supported') return;
    if (tried.get(stationId) === wanted && current.state.kind === 'failed') return;
    tried.set(stationId, wanted);
    await app.commands.order(stationId, { kind: 'send-local-list', whole: false }, PROGRAM);
  }

  /** Stations lose their list with a factory reset, some with every update. */
  async function check(known: LocalList, { connection }: StationLine): Promise<void> {
    const { stationId, version } = known;
    if (version === null || neverSaysItsVersion(known)) return;
    const found = await versionOf(connection);
    if (found === null || found === version) return;
    await desk.decide((live) => {
      const list = live.localLists.get(stationId);
      const now = clock.now();
      if (list === undefined || list.version !== version) return { value: undefined, changes: [] };
      return {
        value: undefined,
        changes: [
          { kind: 'save-local-list', list: { ...list, state: { kind: 'lost', found, at: now } } },
          logLine(now, 'local-list-lost', { stationId, level: 'attention', facts: { found, version } }),
        ],
        told: [{ kind: 'station', stationId }, { kind: 'log' }],
      };
    });
  }

  function isUnderWay(station: StationId): boolean {
    return desk.live.openCommandsOf(station).some(({ order }) => order.kind === 'send-local-list');
  }
}
