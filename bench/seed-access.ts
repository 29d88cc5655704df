import type { AccessRule } from '#core/access/access-rule.ts';
import type { Card } from '#core/access/card.ts';
import { cardUid } from '#core/access/card-uid.ts';
import type { Driver } from '#core/access/driver.ts';
import type { Vehicle } from '#core/access/vehicle.ts';
import type { Change } from '#core/changes.ts';
import { cardId, driverId, groupId, tenantId, vehicleId } from '#core/shared/ids.ts';
import { DAY, type Instant, later } from '#core/shared/units.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import { openStore } from '#store/open-store.ts';

export interface AccessSeed {
  readonly folder: string;
  /** Of drivers, of cards and of vehicles. */
  readonly holders: number;
  readonly rules: number;
  readonly now: Instant;
}

const GROUPS = 20;
const HOLDERS_PER_COMMIT = 5_000;
/** A node below the root, on which every tenth thing hangs. */
export const BRANCH = 2;

/** Fills a data folder with drivers, cards and vehicles tied to each other, and with rules about all stations. */
export async function seedAccess(seed: AccessSeed): Promise<void> {
  const { folder, holders, rules, now } = seed;
  const outcome = await openStore({ folder, now: () => now });
  if (outcome.kind !== 'opened') throw new Error(`Cannot seed ${folder}: ${outcome.kind}`);
  const { store } = outcome;
  const keep = (changes: readonly Change[]) =>
    store.submit({ decide: () => ({ changes, value: undefined }), undo: () => undefined });
  const branch = { id: tenantId(BRANCH), parentId: ROOT_TENANT, name: 'Branch', kind: 'site' } as const;
  await keep([
    { kind: 'save-tenant', tenant: { ...branch, addedAt: now, removedAt: null } },
    ...numbers(GROUPS).map((number) => groupAt(number, now)),
    ...numbers(rules).map((number) => ({ kind: 'save-rule', rule: ruleAt(number) }) as const),
  ]);
  for (let first = 1; first <= holders; first += HOLDERS_PER_COMMIT)
    await keep(
      numbers(Math.min(HOLDERS_PER_COMMIT, holders - first + 1)).flatMap((number) =>
        holderAt(first + number - 1, now),
      ),
    );
  await store.close();
}

/** The number of a seeded card: they begin alike, as the cards of one delivery do. */
export function seededCard(number: number): string {
  return `04A2B8${number.toString(16).toUpperCase().padStart(8, '0')}`;
}

/** As lists sort it; scattered, so that the order of names is not that of numbers. */
function seededName(number: number): string {
  return `Driver ${String((number * 7_919) % 1_000_000).padStart(6, '0')}`;
}

function groupAt(number: number, addedAt: Instant): Change {
  const group = { id: groupId(number), of: 'users', tenantId: ROOT_TENANT, name: `Group ${number}` } as const;
  return { kind: 'save-group', group: { ...group, addedAt, removedAt: null } };
}

/** Every third one holds only at some hours. */
function ruleAt(number: number): AccessRule {
  const windows = [{ days: [1, 2, 3, 4, 5], from: 300 + number, to: 1_200 }] as const;
  return {
    id: number,
    tenantId: ROOT_TENANT,
    name: `Rule ${number}`,
    who: { kind: 'groups', groupIds: [groupId((number % GROUPS) + 1)] },
    where: { groupIds: [], powerClasses: [], stationIds: [] },
    windows: number % 3 === 0 ? windows : [],
    from: null,
    to: null,
    removedAt: null,
  };
}

function holderAt(number: number, now: Instant): readonly Change[] {
  const tenant = number % 10 === 0 ? tenantId(BRANCH) : ROOT_TENANT;
  const groupIds = [groupId((number % GROUPS) + 1)];
  const blockedAt = number % 50 === 0 ? now : null;
  const expiresAt = number % 30 === 0 ? later(now, DAY) : null;
  const common = { tenantId: tenant, addedAt: now, removedAt: null };
  const driver: Driver = {
    ...common,
    id: driverId(number),
    name: seededName(number),
    email: `driver.${number}@example.org`,
    phone: '',
    costCentre: `CC ${number % 100}`,
    contract: `V-${number}`,
    groupIds,
    validFrom: null,
    expiresAt,
    blockedAt,
    note: '',
  };
  const card: Card = {
    ...common,
    id: cardId(number),
    uid: cardUid(seededCard(number)),
    spellings: [],
    label: `Card ${number}`,
    holder: '',
    groupIds: [],
    validFrom: null,
    blockedAt,
    expiresAt,
    maxConcurrent: 1,
    parentTag: null,
  };
  const vehicle: Vehicle = {
    ...common,
    id: vehicleId(number),
    plate: `S-AB ${number}`,
    label: '',
    make: 'Example',
    model: 'Van',
    batteryWh: null,
    acPower: null,
    phases: null,
    vid: null,
    groupIds: [],
    odometer: [],
    blockedAt,
    note: '',
  };
  const tie = { cardId: card.id, driverId: driver.id, vehicleId: vehicle.id, from: null, to: null };
  return [
    { kind: 'save-driver', driver },
    { kind: 'save-card', card },
    { kind: 'save-vehicle', vehicle },
    { kind: 'save-assignment', assignment: { id: number, ...tie, removedAt: null } },
  ];
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
