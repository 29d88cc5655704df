import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cardUid } from '#core/access/card-uid.ts';
import { commandId, connectorId, sessionId, transactionId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { Command } from '#core/stations/command.ts';
import type { LocalList } from '#core/stations/local-list.ts';
import type { Reservation } from '#core/stations/reservation.ts';
import type { StationLimits } from '#core/stations/station-limits.ts';
import type { Upload } from '#core/stations/upload.ts';
import type { Store } from '../store.ts';
import { LOBBY, NOON } from '../testing/records.ts';
import { keep, openedStore, temporaryFolder } from '../testing/temporary-store.ts';

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = await temporaryFolder();
  store = await openedStore(folder);
  await keep(store, { kind: 'save-station', station: LOBBY });
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const stationId = LOBBY.id;

test('the list of a station comes back as it was acknowledged', async () => {
  const bare: LocalList = {
    stationId,
    kept: false,
    version: null,
    entries: [],
    acknowledgedAt: null,
    leftOut: [],
    state: { kind: 'never-sent' },
    abilities: { capacity: null, perMessage: null, readAt: null },
  };
  const list: LocalList = {
    stationId,
    kept: true,
    version: 7,
    entries: [{ idTag: cardUid('04A2'), status: 'Blocked', expiresAt: NOON, group: cardUid('HALL') }],
    acknowledgedAt: NOON,
    leftOut: [cardUid('04A3')],
    state: { kind: 'lost', found: 0, at: NOON },
    abilities: { capacity: 100, perMessage: 20, readAt: NOON },
  };
  await keep(store, { kind: 'save-local-list', list: bare });
  expect((await store.load()).localLists).toEqual([bare]);
  await keep(store, { kind: 'save-local-list', list });
  expect((await store.load()).localLists).toEqual([list]);
});

test('limits come back with every period and what the station can do', async () => {
  const limits: StationLimits = {
    stationId,
    profiles: [
      {
        connectorId: connectorId(1),
        setAt: NOON,
        setBy: 'Anna',
        profile: {
          id: 3,
          purpose: 'TxProfile',
          stackLevel: 2,
          transactionId: transactionId(9),
          timing: { kind: 'Recurring', every: 'Weekly', startsAt: NOON },
          validFrom: NOON,
          validTo: null,
          unit: 'A',
          durationSeconds: 60,
          minRate: 6.5,
          periods: [{ startSeconds: 0, limit: 16.1, phases: 3 }],
        },
      },
    ],
    abilities: { maxStackLevel: 8, maxPeriods: 24, maxProfiles: null, units: ['A'] },
    abilitiesReadAt: NOON,
  };
  await keep(store, { kind: 'save-limits', limits });
  expect((await store.load()).limits).toEqual([limits]);
});

test('a reservation keeps its connector until its life ends, and stays in the list', async () => {
  const held: Reservation = {
    id: 4,
    stationId,
    connectorId: connectorId(0),
    cardUid: cardUid('04A2'),
    group: cardUid('HALL'),
    madeBy: 'Anna',
    madeAt: NOON,
    expiresAt: instant(NOON + 1),
    life: { kind: 'held' },
  };
  const used: Reservation = { ...held, life: { kind: 'used', at: NOON, sessionId: sessionId(1) } };
  const bare: Reservation = { ...held, id: 5, group: null };
  await keep(
    store,
    { kind: 'save-reservation', reservation: held },
    { kind: 'save-reservation', reservation: bare },
  );
  expect((await store.load()).heldReservations).toEqual([held, bare]);
  await keep(store, { kind: 'save-reservation', reservation: used });
  expect((await store.load()).heldReservations).toEqual([bare]);
  expect(await store.reads.listReservations(stationId, 9)).toEqual([bare, used]);
});

test('an upload is awaited until it came, and found by its number', async () => {
  const awaited: Upload = {
    id: 6,
    stationId,
    of: 'security-log',
    askedBy: 'Anna',
    askedAt: NOON,
    life: { kind: 'awaited', until: instant(NOON + 1), tokenHash: 'abc', port: 40_000 },
  };
  const received: Upload = {
    ...awaited,
    life: { kind: 'received', at: NOON, fileName: 'log.txt', bytes: 12 },
  };
  await keep(store, { kind: 'save-upload', upload: awaited });
  expect((await store.load()).awaitedUploads).toEqual([awaited]);
  await keep(store, { kind: 'save-upload', upload: received });
  expect((await store.load()).awaitedUploads).toEqual([]);
  expect(await store.reads.upload(6)).toEqual(received);
  expect(await store.reads.upload(7)).toBeNull();
  expect(await store.reads.listUploads({ stationId, limit: 9 })).toEqual([received]);
});

test('numbers that stations know orders by begin after every order there ever was', async () => {
  expect((await store.load()).next.request).toBe(1);
  const command: Command = {
    id: commandId(12),
    stationId,
    order: { kind: 'get-log', requestId: 12, log: 'SecurityLog', target: TARGET, ...ANY_TIME },
    orderedBy: 'Anna',
    queuedAt: NOON,
    life: { kind: 'expired', at: NOON },
  };
  await keep(store, { kind: 'save-command', command });
  expect((await store.load()).next.request).toBe(13);
  expect(await store.reads.listCommands({ stationId, limit: 1 })).toEqual([command]);
});

const TARGET = { kind: 'elsewhere', url: 'http://10.0.0.5/' } as const;
const ANY_TIME = { from: null, to: NOON, retries: null, retrySeconds: 5 };
