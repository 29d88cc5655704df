import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_METERING_FLAGS } from '#core/eichrecht/energy-for-money.ts';
import { instant, wattHours } from '#core/shared/units.ts';
import { basisPoints, minorUnits } from '#core/tariffs/amounts.ts';
import type { SessionPrice } from '#core/tariffs/session-price.ts';
import type { SessionTerms } from '#core/tariffs/session-terms.ts';
import type { TariffVersion } from '#core/tariffs/tariff-version.ts';
import { element, tariff } from '#core/tariffs/testing/tariffs.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Store } from '../store.ts';
import { endedSession, LOBBY, NOON, runningSession } from '../testing/records.ts';
import { keep, openedStore, temporaryFolder } from '../testing/temporary-store.ts';
import { watchedWriter } from '../testing/watched-connections.ts';

const VERSION: TariffVersion = {
  tariffId: 1,
  number: 1,
  from: NOON,
  tariff: tariff([element({ energy: 0.49 })]),
  text: '0,49 €/kWh',
  publishedAt: NOON,
  publishedBy: 'Ute',
  note: '',
  withdrawnAt: null,
};
const SESSION = endedSession(runningSession(1), 1);
const PRICE: SessionPrice = {
  sessionId: SESSION.id,
  number: 1,
  at: NOON,
  by: null,
  because: 'ended',
  note: '',
  terms: null,
  outcome: {
    kind: 'fixed',
    currency: 'EUR',
    total: { exclVat: minorUnits(420), inclVat: minorUnits(500) },
    energy: null,
  },
};

const TERMS: SessionTerms = {
  sessionId: SESSION.id,
  at: NOON,
  timeZone: 'Europe/Berlin',
  tariffId: 1,
  tariffName: 'Hof',
  version: 1,
  currency: 'EUR',
  metering: NO_METERING_FLAGS,
  rule: { id: 1, kind: 'default', name: '' },
  lost: [],
  extras: { freePerMonth: wattHours(0), discount: basisPoints(0), monthlyFee: null },
  payer: null,
  group: null,
};

const writer = watchedWriter();
let folder: string;
let store: Store;

beforeAll(async () => {
  folder = await temporaryFolder();
  store = await openedStore(folder, { connect: writer.connect });
  const record = {
    id: 1,
    tenantId: ROOT_TENANT,
    name: 'Hof',
    text: '',
    draft: null,
    addedAt: NOON,
    removedAt: null,
  };
  await keep(
    store,
    { kind: 'save-station', station: LOBBY },
    { kind: 'add-session', session: SESSION },
    { kind: 'save-tariff', tariff: record },
    { kind: 'save-tariff-version', version: VERSION },
    { kind: 'freeze-terms', terms: TERMS },
    { kind: 'add-price', price: PRICE },
  );
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** What the database refuses, whoever asks: here nothing of the program stands in the way. */
test.each([
  ["update tariff_version set note = 'cheaper'", 'a published version never changes'],
  ['delete from tariff_version', 'a published version is never removed'],
  ["update session_terms set terms_json = '{}'", 'by what a session is paid is settled when it begins'],
  ['delete from session_terms', 'by what a session is paid is never removed'],
  ["update session_price set outcome_json = '{}'", 'a price is never overwritten'],
  ['delete from session_price', 'a price is never removed'],
])('refused: %s', async (sql, because) => {
  await expect(writer.connection().run(sql)).rejects.toThrow(because);
});

test('a published version never changes, but for being withdrawn once', async () => {
  const dearer = { ...VERSION, tariff: tariff([element({ energy: 0.59 })]) };
  const withdrawn = { ...VERSION, withdrawnAt: instant(NOON + 1) };
  await expect(keep(store, { kind: 'save-tariff-version', version: dearer })).rejects.toThrow();
  await keep(store, { kind: 'save-tariff-version', version: withdrawn });
  await expect(keep(store, { kind: 'save-tariff-version', version: VERSION })).rejects.toThrow();
  expect((await store.load()).tariffVersions).toEqual([withdrawn]);
});

test('a price is never overwritten: the next one stands beside it', async () => {
  const cheaper = { ...PRICE, outcome: { kind: 'waived' } as const };
  await expect(keep(store, { kind: 'add-price', price: cheaper })).rejects.toThrow();
  await keep(store, { kind: 'add-price', price: { ...cheaper, number: 2 } });
  expect((await store.reads.sessionPrices(SESSION.id)).map(({ outcome }) => outcome.kind)).toEqual([
    'fixed',
    'waived',
  ]);
});
