import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '#core/shared/units.ts';
import { minorUnits } from '#core/tariffs/amounts.ts';
import type { SessionPrice } from '#core/tariffs/session-price.ts';
import type { TariffVersion } from '#core/tariffs/tariff-version.ts';
import { element, tariff } from '#core/tariffs/testing/tariffs.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Store } from '../store.ts';
import { endedSession, LOBBY, NOON, runningSession } from '../testing/records.ts';
import { keep, openedStore, temporaryFolder } from '../testing/temporary-store.ts';

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

let folder: string;
let store: Store;

beforeAll(async () => {
  folder = await temporaryFolder();
  store = await openedStore(folder);
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
    { kind: 'add-price', price: PRICE },
  );
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
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
