import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardUid } from '#core/access/card-uid.ts';
import type { Driver } from '#core/access/driver.ts';
import type { Change } from '#core/changes.ts';
import { cardId, driverId, groupId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';

const MANY = 50_000;
const NOW = instant(Date.UTC(2026, 5, 1));

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
  const changes = Array.from({ length: MANY }, (_, index) => changesFor(index + 1)).flat();
  await site.store.submit({ decide: () => ({ changes, value: null }), undo: () => {}, kept: () => {} });
  await site.restart();
}, 120_000);
afterAll(() => site.stop());

test('page after page shows every driver once, in the order of their names', async () => {
  const names = await everyName('/drivers?limit=200&groupId=7');
  expect(names).toHaveLength(MANY / 100);
  expect(names).toEqual(names.toSorted());
});

test('cards stand under the names of their drivers, and those without one under the name typed on them', async () => {
  const { items } = (await site.api.get('/cards?limit=3')).json;
  expect(items.map(({ holder }: { holder: string }) => holder)).toEqual([
    'Driver 00001',
    'Driver 00002',
    'Driver 00003',
  ]);
  const holders = await everyHolder('/cards?limit=200&search=042');
  expect(holders).toEqual(holders.toSorted());
  expect(new Set(holders).size).toBe(holders.length);
});

test('a driver is found by a word without its accents, and a card by its number read backwards', async () => {
  await site.api.post('/drivers', { name: 'Zoë Özdemir', costCentre: 'Süd' });
  expect((await site.api.get('/drivers?search=ozdemir%20sud')).json.items).toMatchObject([
    { name: 'Zoë Özdemir' },
  ]);
  await site.api.post('/cards', { uid: '04A2B3C4', holder: 'Anna' });
  expect((await site.api.get('/cards?search=C4%3AB3%3AA2%3A04')).json.items).toMatchObject([
    { uid: '04A2B3C4' },
  ]);
});

test('a plate is found as it is spoken', async () => {
  await site.api.post('/vehicles', { plate: 'S-AB 123 E' });
  for (const search of ['sab123e', 'S-AB 123', 's-ab123', 'ab 123'])
    expect((await site.api.get(`/vehicles?search=${encodeURIComponent(search)}`)).json.items).toHaveLength(1);
});

async function everyName(path: string): Promise<readonly string[]> {
  return (await everything(path)).map(({ name }) => name);
}

async function everyHolder(path: string): Promise<readonly string[]> {
  return (await everything(path)).map(({ holder }) => holder);
}

async function everything(path: string): Promise<readonly { name: string; holder: string }[]> {
  const all: { name: string; holder: string }[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { json } = await site.api.get(`${path}${more}`);
    all.push(...json.items);
    cursor = json.next;
  }
  return all;
}

/** Every hundredth belongs to group 7; every card but each tenth has a driver. */
function changesFor(number: number): readonly Change[] {
  const name = `Driver ${String(((number * 7_919) % MANY) + 1).padStart(5, '0')}`;
  const driver: Driver = {
    id: driverId(number),
    tenantId: ROOT_TENANT,
    name,
    email: '',
    phone: '',
    costCentre: '',
    contract: '',
    groupIds: number % 100 === 0 ? [groupId(7)] : [],
    validFrom: null,
    expiresAt: null,
    blockedAt: null,
    note: '',
    addedAt: NOW,
    removedAt: null,
  };
  const hasDriver = number % 10 !== 0;
  return [
    { kind: 'save-driver', driver },
    {
      kind: 'save-card',
      card: {
        id: cardId(number),
        tenantId: ROOT_TENANT,
        uid: cardUid(`CARD${number}`),
        spellings: [],
        label: '',
        holder: hasDriver ? '' : name,
        groupIds: [],
        validFrom: null,
        addedAt: NOW,
        blockedAt: null,
        expiresAt: null,
        maxConcurrent: 1,
        parentTag: null,
        removedAt: null,
      },
    },
    ...(hasDriver
      ? [
          {
            kind: 'save-assignment',
            assignment: {
              id: number,
              cardId: cardId(number),
              driverId: driverId(number),
              vehicleId: null,
              from: null,
              to: null,
              removedAt: null,
            },
          } as const,
        ]
      : []),
  ];
}
