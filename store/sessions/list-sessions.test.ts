import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardUid } from '#core/access/card-uid.ts';
import { type Session, sessionState, settledEnergy } from '#core/sessions/session.ts';
import { connectorId, stationId } from '#core/shared/ids.ts';
import { instant, wattHours } from '#core/shared/units.ts';
import type { Store } from '../store.ts';
import { endedSession, LOBBY, NOON, runningSession } from '../testing/records.ts';
import { keep, openedStore, temporaryFolder } from '../testing/temporary-store.ts';
import type { SessionFilter } from './session-filter.ts';

const STATIONS = [
  { ...LOBBY, id: stationId('LOBBY-1'), name: 'Lobby left' },
  { ...LOBBY, id: stationId('lobby-2'), name: 'Äußerste Bucht' },
  { ...LOBBY, id: stationId('YARD-1'), name: 'Yard' },
];
const HOLDERS = ['Anna Müller', 'MÜLLER Bernd', 'anna', 'Zoë % _', null];

let folder: string;
let store: Store;
let sessions: readonly Session[];

beforeAll(async () => {
  folder = await temporaryFolder();
  store = await openedStore(folder);
  // More cards than a search goes by one after the other, and many sessions that begin in the same moment.
  sessions = Array.from({ length: 900 }, (_, index) => sessionAt(index + 1));
  await keep(store, ...STATIONS.map((station) => ({ kind: 'save-station', station }) as const));
  await keep(store, ...sessions.map((session) => ({ kind: 'add-session', session }) as const));
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

function sessionAt(number: number): Session {
  const plain = runningSession(number);
  const uid = number <= 700 ? `04${String(number).padStart(4, '0')}` : `AB${number % 7}`;
  const begun: Session = {
    ...plain,
    stationId: STATIONS[(number * 7) % STATIONS.length]?.id ?? LOBBY.id,
    connectorId: connectorId((number % 2) + 1),
    idTag: uid.toLowerCase(),
    cardUid: cardUid(uid),
    holder: HOLDERS[(number * 11) % HOLDERS.length] ?? null,
    start: { ...plain.start, at: instant(NOON + ((number * 37) % 100)) },
  };
  if (number % 10 === 0) return begun;
  const ended = endedSession(begun, number);
  if (number % 9 === 0) return { ...ended, doubts: [{ kind: 'silent', since: NOON, facts: {} }] };
  if (number % 13 === 0) return { ...ended, decision: { kind: 'void', by: 'Anna', at: NOON, note: '' } };
  const decided = { kind: 'corrected', energy: wattHours(7), by: 'Anna', at: NOON, note: '' } as const;
  return number % 17 === 0 ? { ...ended, decision: decided } : ended;
}

/** What a filter means, said without SQL. */
function matches(session: Session, filter: SessionFilter): boolean {
  if (filter.state !== undefined && sessionState(session) !== filter.state) return false;
  if (filter.stationId !== undefined && session.stationId !== filter.stationId) return false;
  if (filter.cardUid !== undefined && session.cardUid !== filter.cardUid) return false;
  if (filter.from !== undefined && session.start.at < filter.from) return false;
  if (filter.to !== undefined && session.start.at >= filter.to) return false;
  return filter.search === undefined || isFound(session, filter.search);
}

function isFound(session: Session, search: string): boolean {
  const text = search.normalize('NFKC').toLowerCase();
  const station = STATIONS.find((one) => one.id === session.stationId);
  const named = [session.stationId, station?.name ?? ''].some((name) => name.toLowerCase().startsWith(text));
  const held = session.holder?.toLowerCase().includes(text) ?? false;
  return named || held || session.cardUid.startsWith(cardUid(search));
}

const moment = fc.integer({ min: -5, max: 105 }).map((ms) => instant(NOON + ms));
const anyFilter: fc.Arbitrary<SessionFilter> = fc.record(
  {
    state: fc.constantFrom('running', 'ended', 'needs-decision', 'decided', 'void'),
    stationId: fc.constantFrom(...STATIONS.map((station) => station.id), stationId('nowhere')),
    cardUid: fc.constantFrom('040007', '040070', 'AB3', 'AB5', 'NONE').map(cardUid),
    search: fc.constantFrom(
      ...[
        'anna',
        'MÜLLER',
        'müller b',
        'ab',
        'ab 3',
        '04',
        '0400',
        '040123',
        'lobby',
        'Äuß',
        'yard',
        '%',
        '_',
        'zoë',
        'zzz',
      ],
    ),
    from: moment,
    to: moment,
  },
  { requiredKeys: [] },
);
const sort = fc.constantFrom('started-desc', 'started-asc');

test('paging through any filter in either order gives what a plain look at all sessions gives', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilter, sort, fc.integer({ min: 1, max: 120 }), async (filter, order, limit) => {
      const sign = order === 'started-asc' ? 1 : -1;
      const wanted = sessions
        .filter((session) => matches(session, filter))
        .toSorted((a, b) => sign * (a.start.at - b.start.at || a.id - b.id));
      const listed: Session[] = [];
      let page = await store.reads.listSessions({ ...filter, sort: order, limit });
      for (;;) {
        expect(page.items.length).toBeLessThanOrEqual(limit);
        listed.push(...page.items);
        if (page.next === null) break;
        page = await store.reads.listSessions({ ...filter, sort: order, limit, cursor: page.next });
      }
      expect(listed.map((session) => session.id)).toEqual(wanted.map((session) => session.id));
      expect(listed).toEqual(wanted);
    }),
    { numRuns: 150 },
  );
});

test('counts, totals and exports agree with the list for any filter', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilter, async (filter) => {
      const wanted = sessions.filter((session) => matches(session, filter));
      const energy = wanted.reduce((sum, session) => sum + (settledEnergy(session) ?? 0), 0);
      expect(await store.reads.countSessions(filter)).toBe(wanted.length);
      expect(await store.reads.totals(filter)).toEqual({ count: wanted.length, settledEnergy: energy });
      const exported: number[] = [];
      for await (const page of store.reads.eachSession(filter)) exported.push(...page.map((one) => one.id));
      const inOrder = wanted.toSorted((a, b) => a.start.at - b.start.at || a.id - b.id);
      expect(exported).toEqual(inOrder.map((one) => one.id));
    }),
    { numRuns: 100 },
  );
});

test('a day counts its sessions and their energy, but neither the void nor the doubtful energy', async () => {
  const period = { from: instant(NOON + 10), to: instant(NOON + 60) };
  const begun = sessions.filter((session) => matches(session, period) && sessionState(session) !== 'void');
  const energy = begun.reduce((sum, session) => sum + (settledEnergy(session) ?? 0), 0);
  expect(await store.reads.daySummary(period)).toEqual({ count: begun.length, energy });
});
