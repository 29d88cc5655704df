import { setImmediate } from 'node:timers/promises';
import type { StationId } from '#core/shared/ids.ts';
import { elapsed, type Instant, later, MINUTE, SECOND } from '#core/shared/units.ts';
import { isSameDigest, type ListDigest } from '#core/stations/list-digest.ts';
import { type LocalList, neverSaysItsVersion } from '#core/stations/local-list.ts';
import type { Application } from '../application.ts';
import type { StationLine } from '../ocpp/station-line.ts';
import { basisHoldsUntil, isSameBasis, type ListBasis, listBasis } from '../stations/list-basis.ts';
import { digestInTurns, heldLately, type LastHeldByNumber, reckonList } from '../stations/reckon-list.ts';
import { checkListVersion } from './check-list-version.ts';

/** Who orders what the program does by itself. */
const PROGRAM = 'Ladehaus';
/** A station that has just connected has its own story to tell first. */
const SETTLE_MS = 10 * SECOND;
/** How often each station is looked at. */
const ROUND_MS = 15 * SECOND;
/** A list that is short, or has a card in several spellings, follows where cards are held this often. */
const HELD_MS = 10 * MINUTE;
/** So many cards are looked through at once, station by station; the other stations wait for the next second. */
const MOST_CARDS = 100_000;
/** So many stations are sent their lists at once. */
const MOST_SENT = 10;

interface Kept {
  readonly list: LocalList;
  readonly line: StationLine;
}

/** What was wanted when a station was last reckoned for. */
interface Reckoned {
  readonly basis: ListBasis;
  /** Until when it is wanted if nothing but the time changes; null where nothing in sight ends it. */
  readonly holdsUntil: Instant | null;
  readonly wanted: ListDigest;
  /** Whether the station had it already. */
  readonly isThere: boolean;
}

/**
 * Keeps the lists of the stations for which somebody wants it: after changes of cards, gathered until they have rested
 * for one round, and when a station says that it has another version than it took. A station is reckoned for only when
 * something has changed on which its list depends. In test-tool mode it rests.
 */
export function createListKeeper(app: Application): () => Promise<void> {
  const { desk, stations, clock } = app;
  const asked = new WeakSet<StationLine>();
  const lookedAt = new Map<StationId, Instant>();
  const reckoned = new Map<StationId, Reckoned>();
  /** What was sent last. */
  const tried = new Map<StationId, ListDigest>();

  return async () => {
    if (app.isTestTool()) return;
    const due = dueLists();
    await Promise.all(due.filter(({ line }) => !asked.has(line)).map(askAtFirst));
    const lastHeld = lazily(async () => heldLately(await app.store.reads.latestHoldings(null)));
    let cards = 0;
    for (const { list } of due) {
      if (cards >= MOST_CARDS) return;
      lookedAt.set(list.stationId, clock.now());
      if (await look(list.stationId, lastHeld)) cards += desk.live.access.cards.size;
      await setImmediate();
    }
  };

  /** The stations that have waited longest come first. */
  function dueLists(): readonly Kept[] {
    const now = clock.now();
    const busy = new Set(sending());
    const waited = ({ list }: Kept) => lookedAt.get(list.stationId) ?? 0;
    return [...desk.live.localLists.values()]
      .flatMap((list) => {
        const line = list.kept && !busy.has(list.stationId) ? stations.line(list.stationId) : undefined;
        return line !== undefined && isDue(line, now) ? [{ list, line }] : [];
      })
      .sort((a, b) => waited(a) - waited(b));
  }

  function isDue({ stationId, openedAt }: StationLine, now: Instant): boolean {
    const station = desk.live.stations.get(stationId);
    if (station === undefined || station.retiredAt !== null || now - openedAt < SETTLE_MS) return false;
    const before = lookedAt.get(stationId);
    // A clock that was put back makes nobody wait.
    return before === undefined || now < before || elapsed(before, now) >= ROUND_MS;
  }

  async function askAtFirst({ list, line }: Kept): Promise<void> {
    asked.add(line);
    // A new line is a new chance for what did not work.
    tried.delete(list.stationId);
    await checkListVersion(app, list, line);
  }

  /** True when all cards were looked through. */
  async function look(stationId: StationId, lastHeld: () => Promise<LastHeldByNumber>): Promise<boolean> {
    const before = reckoned.get(stationId);
    const stillHolds =
      before !== undefined &&
      (before.holdsUntil === null || clock.now() < before.holdsUntil) &&
      isSameBasis(before.basis, listBasis(desk.live, stationId));
    const current = stillHolds ? before : await reckon(stationId, await lastHeld());
    reckoned.set(stationId, current);
    const rested = before !== undefined && isSameDigest(before.wanted, current.wanted);
    if (rested) await sendIfDue(stationId, current);
    return !stillHolds;
  }

  async function reckon(stationId: StationId, lastHeld: LastHeldByNumber): Promise<Reckoned> {
    const now = clock.now();
    const basis = listBasis(desk.live, stationId);
    const { entries, leftOut, isSpelled } = await reckonList(desk.live, stationId, { now, lastHeld });
    const wanted = await digestInTurns(entries);
    const has = await digestInTurns(basis.list.entries);
    const turn = await basisHoldsUntil(desk.live, basis, now);
    const again = leftOut.length > 0 || isSpelled ? later(now, HELD_MS) : null;
    const isSettled = basis.list.state.kind === 'acknowledged' || neverSaysItsVersion(basis.list);
    return {
      basis,
      wanted,
      holdsUntil: turn === null || (again !== null && again < turn) ? again : turn,
      isThere: isSettled && isSameDigest(has, wanted),
    };
  }

  async function sendIfDue(stationId: StationId, { basis, wanted, isThere }: Reckoned): Promise<void> {
    const { state } = basis.list;
    if (isThere || state.kind === 'not-supported') return;
    const last = tried.get(stationId);
    if (last !== undefined && isSameDigest(last, wanted) && state.kind === 'failed') return;
    if (sending().length >= MOST_SENT) return;
    tried.set(stationId, wanted);
    await app.commands.order(stationId, { kind: 'send-local-list', whole: false }, PROGRAM);
  }

  /** Stations that are being sent their lists, or will be. */
  function sending(): readonly StationId[] {
    return [...desk.live.commands.values()].flatMap(({ order, stationId }) =>
      order.kind === 'send-local-list' ? [stationId] : [],
    );
  }
}

/** Asks only when the answer is needed, and once. */
function lazily<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}
