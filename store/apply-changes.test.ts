import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Card, HeldCard } from '#core/access/card.ts';
import { cardUid } from '#core/access/card-uid.ts';
import type { JournalFrame } from '#core/changes.ts';
import { LOG_KINDS, type LogEntry } from '#core/logbook/entry.ts';
import type { Person, SignIn } from '#core/people/person.ts';
import type { CurvePoint } from '#core/sessions/curve.ts';
import { DOUBT_KINDS } from '#core/sessions/doubt.ts';
import type { Sample } from '#core/sessions/sample.ts';
import { type Session, sessionState } from '#core/sessions/session.ts';
import type { Stray } from '#core/sessions/stray.ts';
import type { SiteSettings } from '#core/settings/site.ts';
import {
  cardId,
  commandId,
  connectorId,
  driverId,
  personId,
  sessionId,
  stationId,
  tenantId,
  transactionId,
  vehicleId,
} from '#core/shared/ids.ts';
import { amperes, instant, wattHours, watts } from '#core/shared/units.ts';
import type { Command } from '#core/stations/command.ts';
import type { Connector } from '#core/stations/connector.ts';
import type { Station } from '#core/stations/station.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Store } from './store.ts';
import { endedSession, LOBBY, NOON, runningSession, sampleOf } from './testing/records.ts';
import { keep, openedStore, temporaryFolder } from './testing/temporary-store.ts';

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = await temporaryFolder();
  store = await openedStore(folder);
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}

const settings: SiteSettings = {
  name: 'Hof "Süd" \u0000 😀',
  language: 'de',
  region: 'de-DE',
  timeZone: 'Europe/Berlin',
  access: 'known-cards',
  lanOpen: true,
  testToolMode: true,
  modulesOff: ['energy'],
  lanTargets: ['10.1.0.0/16'],
  setUpAt: NOON,
};

const owner: Person = {
  id: personId(1),
  tenantId: ROOT_TENANT,
  name: 'Anna',
  email: 'anna@example.org',
  grants: [{ tenantId: ROOT_TENANT, role: 'owner' }],
  driverId: null,
  passwordRecord: 'scrypt$1$salt$key',
  mustChangePassword: true,
  secondFactor: { sealedSecret: 'sealed', confirmedAt: NOON, lastStep: 7, recoveryRecords: ['r'] },
  createdAt: NOON,
  disabledAt: null,
};

test('the settings come back as they were saved, and the latest stand', async () => {
  expect((await store.load()).settings).toBeNull();
  await keep(store, { kind: 'save-settings', settings: { ...settings, lanOpen: false } });
  await keep(store, { kind: 'save-settings', settings });
  expect((await store.load()).settings).toEqual(settings);
});

test('a person comes back as it was saved', async () => {
  await keep(store, { kind: 'save-person', person: owner });
  expect((await store.load()).people).toEqual([owner]);
});

test('what is remembered of sign-ins comes back as it was saved', async () => {
  const history = { personId: owner.id, lastSignedInAt: NOON, failed: { count: 3, since: NOON } };
  await keep(store, { kind: 'save-person', person: owner });
  await keep(store, { kind: 'save-sign-in-history', history });
  expect((await store.load()).signInHistories).toEqual([history]);
  const seen = { ...history, failed: null };
  await keep(store, { kind: 'save-sign-in-history', history: seen });
  expect((await store.load()).signInHistories).toEqual([seen]);
});

test('a sign-in is kept until it is removed, and swept out once another finds it expired', async () => {
  const signIn: SignIn = {
    tokenHash: 'abc',
    personId: owner.id,
    createdAt: NOON,
    expiresAt: instant(NOON + 1_000),
    userAgent: 'Firefox',
    address: '10.1.2.3',
    lastSeenAt: NOON,
  };
  const second = { ...signIn, tokenHash: 'def', expiresAt: instant(NOON + 9_000) };
  const late = { ...signIn, tokenHash: 'ghi', createdAt: signIn.expiresAt, expiresAt: instant(NOON + 9_000) };
  await keep(store, { kind: 'save-person', person: owner });
  await keep(store, { kind: 'add-sign-in', signIn }, { kind: 'add-sign-in', signIn: second });
  expect(await store.reads.signIn('abc')).toEqual(signIn);
  await keep(store, { kind: 'remove-sign-in', tokenHash: 'def' });
  expect(await store.reads.signIn('def')).toBeNull();
  await keep(store, { kind: 'add-sign-in', signIn: late });
  expect(await store.reads.signIn('abc')).toBeNull();
  expect(await store.reads.signIn('ghi')).toEqual(late);
});

test('a station and its connectors come back as they were saved', async () => {
  const station: Station = {
    ...LOBBY,
    retiredAt: instant(NOON + 1),
    identity: { vendor: 'Ünïcode GmbH', model: 'M "1"', serialNumber: '007', firmware: null },
    credential: { kind: 'password', record: 'scrypt$salt$hash', setAt: NOON },
    missingProtocolAllowed: true,
    registration: 'pending',
    lastBootAt: NOON,
    lastSeenAt: NOON,
    clockOffsetMs: -1_234.5,
    deviations: { 'no-subprotocol': 3 },
    behaviour: { site: { unlock: false, currentSteps: [6, 8] }, learnt: { connectorZero: false } },
  };
  const connector: Connector = {
    stationId: station.id,
    connectorId: connectorId(2),
    status: 'SuspendedEVSE',
    errorCode: 'GroundFailure',
    info: 'info',
    vendorErrorCode: 'E42',
    since: NOON,
    receivedAt: instant(NOON + 5),
    closedBy: { who: 'Anna', at: NOON },
  };
  const bare = {
    ...connector,
    connectorId: connectorId(0),
    info: null,
    vendorErrorCode: null,
    closedBy: null,
  };
  await keep(store, { kind: 'save-station', station: LOBBY });
  await keep(
    store,
    { kind: 'save-connector', connector: { ...connector, status: 'Available' } },
    { kind: 'save-connector', connector: bare },
    { kind: 'save-station', station },
    { kind: 'save-connector', connector },
  );
  const site = await store.load();
  expect(site.stations).toEqual([station]);
  expect(site.connectors).toEqual([bare, connector]);
});

test('a card number passes from a removed card to a new one, even within one batch', async () => {
  const card: Card = {
    id: cardId(7),
    uid: cardUid('04A2'),
    tenantId: ROOT_TENANT,
    spellings: [],
    groupIds: [],
    validFrom: null,
    label: 'blue',
    holder: 'Bernd',
    addedAt: NOON,
    blockedAt: NOON,
    expiresAt: instant(NOON + 1),
    maxConcurrent: null,
    parentTag: null,
    removedAt: null,
  };
  const removed = { ...card, removedAt: NOON };
  const heir = { ...card, id: cardId(8), blockedAt: null, expiresAt: null, maxConcurrent: 1 };
  await keep(store, { kind: 'save-card', card });
  await expect(keep(store, { kind: 'save-card', card: heir })).rejects.toMatchObject({ kind: 'constraint' });
  await Promise.all([
    keep(store, { kind: 'save-card', card: removed }),
    keep(store, { kind: 'save-card', card: heir }),
  ]);
  const site = await store.load();
  expect(site.cards).toEqual([removed, heir]);
  expect(site.next.card).toBe(9);
});

test('cards held lately are listed once each, where they were held last among the stations asked about', async () => {
  const held = (uid: string, station: string): HeldCard => ({
    uid: cardUid(uid),
    stationId: stationId(station),
    at: NOON,
    verdict: 'unknown',
  });
  const holdings = [held('A', 'LOBBY'), held('A', 'YARD'), held('B', 'YARD'), held('A', 'GATE')];
  for (const one of holdings) await keep(store, { kind: 'card-held', held: one });
  const [, inYard, other, latest] = holdings;
  expect(await store.reads.heldCards({})).toEqual([latest, other]);
  expect(await store.reads.heldCards({ stationIds: [stationId('YARD')] })).toEqual([other, inYard]);
  expect(await store.reads.heldCards({ uids: [cardUid('B')] })).toEqual([other]);
  expect(await store.reads.heldCards({ stationIds: [] })).toEqual([]);
});

test('a command is open until its life ends', async () => {
  const command: Command = {
    id: commandId(3),
    stationId: LOBBY.id,
    order: { kind: 'remote-start', connectorId: connectorId(1), idTag: '04A2' },
    orderedBy: 'Anna',
    queuedAt: NOON,
    life: { kind: 'queued', expiresAt: instant(NOON + 60_000) },
  };
  const ended: Command = {
    ...command,
    life: { kind: 'rejected', at: NOON, sentAt: NOON, answer: 'Rejected' },
  };
  await keep(store, { kind: 'save-station', station: LOBBY }, { kind: 'save-command', command });
  expect((await store.load()).openCommands).toEqual([command]);
  await keep(store, { kind: 'save-command', command: ended });
  const site = await store.load();
  expect(site.openCommands).toEqual([]);
  expect(site.next.command).toBe(4);
  expect(await store.reads.listCommands({ stationId: LOBBY.id, limit: 5 })).toEqual([ended]);
  expect(await store.reads.listCommands({ stationId: stationId('other'), limit: 5 })).toEqual([]);
});

test('strays come back whole, and the open ones apart', async () => {
  const stray: Stray = {
    id: 1,
    stationId: stationId('never adopted'),
    connectorId: connectorId(1),
    receivedAt: NOON,
    kind: 'foreign-stop',
    transactionId: 12,
    idTag: '04A2',
    frame: '[2,"1","StopTransaction",{}]',
    dismissed: null,
  };
  const bare: Stray = { ...stray, id: 2, connectorId: null, transactionId: null, idTag: null };
  const dismissed: Stray = { ...stray, dismissed: { by: 'Anna', at: NOON, note: 'test' } };
  await keep(store, { kind: 'add-stray', stray }, { kind: 'add-stray', stray: bare });
  await keep(store, { kind: 'save-stray', stray: dismissed });
  expect(await store.reads.listStrays({ open: false, limit: 9 })).toEqual([bare, dismissed]);
  expect(await store.reads.listStrays({ open: true, limit: 9 })).toEqual([bare]);
  expect((await store.load()).next.stray).toBe(3);
});

test('journal frames come back to the letter, newest first for people and oldest first for a replay', async () => {
  const frame = (text: string, direction: 'in' | 'out'): JournalFrame => ({
    stationId: LOBBY.id,
    at: NOON,
    direction,
    text,
    answer: direction === 'in' ? '[3,"1",{}]' : null,
  });
  const frames = [
    frame('[2,"1","Heartbeat",{}]', 'in'),
    frame('[2,"2","Reset",{}]', 'out'),
    frame('not JSON \u0000\u2028😀\\"', 'in'),
    { ...frame('[2,"3","Heartbeat",{}]', 'in'), stationId: stationId('other') },
  ];
  await keep(store, ...frames.map((one) => ({ kind: 'journal', frame: one }) as const));
  const stored = await store.reads.journal({ limit: 9 });
  expect(stored.map((one) => one.frame)).toEqual(frames.toReversed());
  const older = await store.reads.journal({ stationId: LOBBY.id, before: stored[1]?.id ?? 0, limit: 1 });
  expect(older.map((one) => one.frame)).toEqual([frames[1]]);
  const replayed: JournalFrame[] = [];
  for await (const one of store.reads.replayFrames()) replayed.push(one);
  expect(replayed).toEqual(frames.filter((one) => one.direction === 'in'));
});

test('a frame without a single letter is kept like any other', async () => {
  const frame: JournalFrame = { stationId: LOBBY.id, at: NOON, direction: 'in', text: '', answer: null };
  await keep(store, { kind: 'journal', frame });
  expect((await store.reads.journal({ limit: 9 })).map((one) => one.frame)).toEqual([frame]);
});

test('the logbook is read newest first and by any of its filters', async () => {
  const entry: LogEntry = {
    at: NOON,
    kind: 'station-fault',
    level: 'fault',
    tenantId: ROOT_TENANT,
    stationId: LOBBY.id,
    connectorId: connectorId(1),
    sessionId: sessionId(5),
    actor: 'Anna',
    facts: { code: 'GroundFailure', times: 2 },
    changed: [{ of: 'card', id: '7', before: { label: 'a' }, after: { label: 'b' } }],
  };
  const bare: LogEntry = {
    ...entry,
    kind: 'server-started',
    level: 'info',
    stationId: null,
    connectorId: null,
    sessionId: null,
    actor: null,
    facts: {},
  };
  await keep(store, { kind: 'add-log-entry', entry }, { kind: 'add-log-entry', entry: bare });
  const listed = async (filter: object) =>
    (await store.reads.listLog({ limit: 9, ...filter })).map((one) => one.entry);
  expect(await listed({})).toEqual([bare, entry]);
  for (const filter of [
    { stationId: LOBBY.id },
    { sessionId: 5 },
    { level: 'fault' },
    { kinds: ['station-fault'] },
  ]) {
    expect(await listed(filter)).toEqual([entry]);
  }
  expect(await listed({ kinds: LOG_KINDS })).toEqual([bare, entry]);
  expect(await listed({ kinds: [] })).toEqual([]);
  const newest = (await store.reads.listLog({ limit: 1 }))[0];
  expect(await listed({ before: newest?.id })).toEqual([entry]);
});

test('samples of open sessions are read back in the order in which they came', async () => {
  const early = runningSession(1);
  const open = runningSession(2);
  const full: Sample = {
    ...sampleOf(open, 2_000.125),
    current: amperes(15.9),
    stateOfCharge: 80.5,
    context: 'Transaction.Begin',
    other: '{"Voltage":"230"}',
  };
  const bare: Sample = { ...sampleOf(open, 0), register: null, power: null, at: instant(NOON - 1) };
  await keep(store, { kind: 'save-station', station: LOBBY }, { kind: 'add-session', session: early });
  await keep(store, { kind: 'add-samples', samples: [sampleOf(early, 1_100)] });
  await keep(store, { kind: 'save-session', session: endedSession(early, 500) });
  await keep(
    store,
    { kind: 'add-session', session: open },
    { kind: 'add-samples', samples: [full] },
    { kind: 'add-samples', samples: [{ ...sampleOf(open, 1), sessionId: null }] },
    { kind: 'add-samples', samples: [bare] },
  );
  expect(await all(store.reads.samplesOfOpenSessions())).toEqual([full, bare]);
  expect(await all(store.reads.curvesOfOpenSessions())).toEqual([]);
  const later = { ...full, at: instant(NOON + 60_000) };
  await keep(
    store,
    { kind: 'save-curve', sessionId: open.id, points: [] },
    { kind: 'progress-saved', sessionId: open.id },
    { kind: 'add-samples', samples: [later] },
  );
  expect(await all(store.reads.samplesOfOpenSessions())).toEqual([later]);
  expect(await all(store.reads.curvesOfOpenSessions())).toEqual([{ sessionId: open.id, points: [] }]);
});

test('a curve comes back point by point, and the latest stands', async () => {
  const session = runningSession(1);
  const points: CurvePoint[] = [
    { at: NOON, power: null, energy: null, stateOfCharge: null },
    { at: instant(NOON + 1), power: watts(11_000.5), energy: wattHours(12.25), stateOfCharge: 40 },
  ];
  await keep(store, { kind: 'save-station', station: LOBBY }, { kind: 'add-session', session });
  expect(await store.reads.curve(session.id)).toBeNull();
  await keep(store, { kind: 'save-curve', sessionId: session.id, points: [] });
  await keep(store, { kind: 'save-curve', sessionId: session.id, points });
  expect(await store.reads.curve(session.id)).toEqual(points);
});

test('a session is found by its number, by its transaction at its own station, and by its start', async () => {
  const session = runningSession(4);
  await keep(store, { kind: 'save-station', station: LOBBY }, { kind: 'add-session', session });
  expect(await store.reads.session(session.id)).toEqual(session);
  expect(await store.reads.session(sessionId(5))).toBeNull();
  expect(await store.reads.sessionByTransaction(LOBBY.id, session.transactionId)).toEqual(session);
  expect(await store.reads.sessionByTransaction(stationId('other'), session.transactionId)).toBeNull();
  expect(await store.reads.ownerOfTransaction(session.transactionId)).toBe(LOBBY.id);
  expect(await store.reads.ownerOfTransaction(transactionId(1))).toBeNull();
  expect(await store.reads.sessionByStartKey('start 4')).toEqual(session);
  expect(await store.reads.sessionByStartKey('start 5')).toBeNull();
});

test('the live site gets back its open sessions, the last stop of each connector, and unused numbers', async () => {
  const connector = (number: number): Connector => ({
    stationId: LOBBY.id,
    connectorId: connectorId(number),
    status: 'Available',
    errorCode: 'NoError',
    info: null,
    vendorErrorCode: null,
    since: NOON,
    receivedAt: NOON,
    closedBy: null,
  });
  const at = (number: number, startedAt: number): Session => {
    const session = runningSession(number);
    return { ...session, start: { ...session.start, at: instant(startedAt) } };
  };
  const earlier = endedSession(at(1, NOON), 100);
  const later = endedSession(at(2, NOON + 10), 100);
  const open = at(3, NOON + 20);
  await keep(store, { kind: 'save-station', station: LOBBY });
  for (const number of [0, 1, 2]) await keep(store, { kind: 'save-connector', connector: connector(number) });
  for (const session of [later, earlier, open]) await keep(store, { kind: 'add-session', session });
  const site = await store.load();
  expect(site.openSessions).toEqual([open]);
  expect(site.lastEndedSessions).toEqual([later]);
  expect(site.next).toMatchObject({ session: 4, transaction: 1_000_004 });
});

const words = fc.string({ unit: 'grapheme', maxLength: 20 });
const times = fc.integer({ min: 0, max: 4_000_000_000_000 }).map(instant);
const registers = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map(wattHours);
const meterSteps = fc.integer({ min: 0, max: 1e12 }).map((thousandths) => wattHours(thousandths / 1_000));
const sources = fc.constantFrom('station', 'station-corrected', 'ours');
const doubts = fc.array(
  fc.record({
    kind: fc.constantFrom(...DOUBT_KINDS),
    since: times,
    facts: fc.dictionary(words, fc.oneof(words, fc.integer())),
  }),
  { maxLength: 3 },
);

const anySession: fc.Arbitrary<Session> = fc.record({
  id: fc.constant(sessionId(1)),
  transactionId: fc.integer({ min: 1, max: 2 ** 31 - 1 }).map(transactionId),
  stationId: fc.constant(LOBBY.id),
  connectorId: fc.nat(9).map(connectorId),
  idTag: words,
  cardUid: words.map(cardUid),
  cardId: fc.constant(null),
  holder: fc.option(words),
  tenantId: fc.nat(9).map(tenantId),
  driverId: fc.option(fc.nat(9).map(driverId)),
  vehicleId: fc.option(fc.nat(9).map(vehicleId)),
  admission: fc.constantFrom(
    { kind: 'admitted' },
    { kind: 'refused', refusal: { kind: 'blocked', since: NOON } },
  ),
  start: fc.record({
    stationTime: words,
    at: times,
    timeSource: sources,
    receivedAt: times,
    register: meterSteps,
    reservationId: fc.option(fc.integer()),
    key: words,
  }),
  progress: fc.record({
    firstRegister: fc.option(meterSteps),
    lastRegister: fc.option(meterSteps),
    lastSampleAt: fc.option(times),
  }),
  end: fc.option(
    fc.record({
      stationTime: fc.option(words),
      at: times,
      timeSource: sources,
      receivedAt: times,
      register: fc.oneof(
        meterSteps,
        registers.map((value) => wattHours(Math.round(value) + 0)),
      ),
      reason: words,
      idTag: fc.option(words),
      source: fc.constantFrom('stop-transaction', 'inferred-stop', 'assumed'),
    }),
  ),
  doubts,
  decision: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('void'), by: words, at: times, note: words }),
      fc.record({
        kind: fc.constantFrom('accepted', 'corrected'),
        energy: fc.nat().map(wattHours),
        by: words,
        at: times,
        note: words,
      }),
    ),
  ),
});

test('any session comes back equal, whether it was added or saved over another', async () => {
  await keep(store, { kind: 'save-station', station: LOBBY });
  let number = 0;
  await fc.assert(
    fc.asyncProperty(anySession, anySession, async (first, second) => {
      number += 1;
      const fixed = { id: sessionId(number), transactionId: transactionId(number) };
      const added: Session = { ...first, ...fixed, start: { ...first.start, key: `start ${number}` } };
      const { cardUid: card, holder, tenantId: node, driverId: driver, vehicleId: vehicle } = added;
      const whose = { holder, tenantId: node, driverId: driver, vehicleId: vehicle };
      const start = { ...second.start, at: added.start.at, key: added.start.key };
      const saved: Session = { ...second, ...fixed, start, cardUid: card, ...whose };
      await keep(store, { kind: 'add-session', session: added });
      expect(await store.reads.session(added.id)).toEqual(added);
      await keep(store, { kind: 'save-session', session: saved });
      expect(await store.reads.session(added.id)).toEqual(saved);
      const inState = { state: sessionState(saved), sort: 'started-desc', limit: 1_000 } as const;
      expect((await store.reads.listSessions(inState)).items).toContainEqual(saved);
    }),
    { numRuns: 60 },
  );
});
