import type { Assignment } from '../access/assignment.ts';
import { holdsAt } from '../access/assignment.ts';
import { type Card, numbersOf } from '../access/card.ts';
import type { CardUid } from '../access/card-uid.ts';
import type { Driver } from '../access/driver.ts';
import type { Group, GroupOf } from '../access/group.ts';
import { type SpellingKeys, spellingKeys, spellingOf } from '../access/spell-card.ts';
import type { Vehicle } from '../access/vehicle.ts';
import { vehicleNumber } from '../access/vehicle-number.ts';
import type { CardId, DriverId, GroupId, TenantId, VehicleId } from '../shared/ids.ts';
import type { Station } from '../stations/station.ts';
import { ROOT_TENANT, type Tenant } from '../tenants/tenant.ts';
import { pathOf } from '../tenants/tenant-tree.ts';
import { folded, foldedPlate } from './folded.ts';
import type { ImportFacts } from './import-facts.ts';
import type { ImportedRecord } from './import-run.ts';
import { layered } from './layered.ts';
import { emailKey, nameKey, plateKey } from './name-index.ts';

/** The records as they will be after the rows so far, and where each is found by what a row says of it. */
export interface ImportBench {
  readonly facts: ImportFacts;
  tenant(id: TenantId): Tenant | null;
  /** By path or by name, as far as they are within reach. */
  tenantsCalled(text: string): readonly Tenant[];
  childCalled(parent: TenantId, name: string): Tenant | null;
  /** The names from below the root to the node, as far as they are within reach; the root by its own. */
  tenantText(id: TenantId): string;
  group(id: GroupId): Group | null;
  groupsCalled(of: GroupOf, name: string): readonly Group[];
  driversCalled(name: string): readonly Driver[];
  driversWithEmail(email: string): readonly Driver[];
  driver(id: DriverId): Driver | null;
  vehiclesWithPlate(plate: string): readonly Vehicle[];
  vehiclesWithoutPlate(label: string): readonly Vehicle[];
  vehicle(id: VehicleId): Vehicle | null;
  cardByUid(uid: CardUid): Card | null;
  vehicleByNumber(uid: CardUid): Vehicle | null;
  /** A card, or the row of a new one, of which this number is probably another spelling. */
  twinOf(uid: CardUid): Twin | null;
  assignmentsOf(card: CardId): readonly Assignment[];
  station(id: string): Station | null;
  /** Takes what a row has decided; later rows see it. */
  put(records: readonly ImportedRecord[], row: number): void;
  /** The row that a record was settled by; each is settled once. */
  readonly settledBy: Map<unknown, number>;
}

export interface Twin {
  readonly uid: CardUid;
  /** Null where the card was there before. */
  readonly row: number | null;
}

/** Sets up the bench. Removed records are not on it. */
export function importBench(facts: ImportFacts): ImportBench {
  const { known } = facts;
  const tenants = new Map(facts.tenants);
  const children = new Map<string, Tenant>();
  const groups = new Map<GroupId, Group>();
  const stations = new Map<string, Station>();
  const drivers = new Map<DriverId, Driver>();
  const vehicles = new Map<VehicleId, Vehicle>();
  const cards = new Map<CardUid, Card>();
  const newCards = new Map<string, Twin[]>();
  let lastKeys: { readonly uid: CardUid; readonly keys: SpellingKeys } | null = null;
  const nothing = () => [];
  const tenantsByPath = layered<string, Tenant>(nothing, ({ id }) => folded(tenantText(id)));
  const tenantsByName = layered<string, Tenant>(nothing, ({ name }) => folded(name));
  const groupsByName = layered<string, Group>(nothing, groupKey);
  const byName = layered<string, Driver>((name) => known.names.driversCalled(name), nameKey);
  const byEmail = layered<string, Driver>((email) => known.names.driversWithEmail(email), emailKey);
  const byPlate = layered<string, Vehicle>((key) => known.names.vehiclesKnownBy(key), plateKey);
  const byNumber = layered<CardUid, Vehicle>(
    (uid) => alone(known.vehicleByNumber(uid)),
    ({ vid }) => vid,
  );
  const byCard = layered<CardId, Assignment>(
    (id) => known.assignmentsOf(id),
    ({ cardId }) => cardId,
  );
  const holdsNow = (one: Assignment) => holdsAt(one, facts.now);

  for (const tenant of facts.tenants.values()) putTenant(tenant);
  for (const group of facts.groups) putGroup(group);
  for (const station of facts.stations) stations.set(station.id, station);

  return {
    facts,
    settledBy: new Map(),
    tenant: (id) => tenants.get(id) ?? null,
    tenantsCalled(text) {
      const called = [...tenantsByPath.all(folded(text)), ...tenantsByName.all(folded(text))];
      return [...new Map(called.map((tenant) => [tenant.id, tenant])).values()];
    },
    childCalled: (parent, name) => children.get(`${parent} ${folded(name)}`) ?? null,
    tenantText,
    group: (id) => groups.get(id) ?? null,
    groupsCalled: (of, name) => groupsByName.all(groupKey({ of, name })),
    driversCalled: (name) => byName.all(folded(name)).filter(hangsInSight),
    driversWithEmail: (email) => byEmail.all(folded(email)).filter(hangsInSight),
    driver: (id) => seen(drivers.get(id) ?? known.driver(id)),
    vehiclesWithPlate: (plate) => byPlate.all(foldedPlate(plate)).filter(hangsInSight),
    vehiclesWithoutPlate: (label) => byPlate.all(plateKey({ plate: '', label })).filter(hangsInSight),
    vehicle: (id) => seen(vehicles.get(id) ?? known.vehicle(id)),
    cardByUid,
    vehicleByNumber: (uid) => byNumber.all(vehicleNumber(uid))[0] ?? null,
    twinOf,
    assignmentsOf: (card) => byCard.all(card).filter(holdsNow),
    station: (id) => stations.get(id) ?? null,
    put(records, row) {
      for (const record of records) putRecord(record, row);
    },
  };

  function seen<Thing extends Hung>(thing: Thing | null): Thing | null {
    return thing !== null && isSeen(thing.tenantId) ? thing : null;
  }

  function hangsInSight({ tenantId }: Hung): boolean {
    return isSeen(tenantId);
  }

  /** A node that a row has made hangs below one within reach, but the tree outside does not know it yet. */
  function isSeen(id: TenantId): boolean {
    return facts.reaches(id) || !facts.tenants.has(id);
  }

  function cardByUid(uid: CardUid): Card | null {
    return cards.get(uid) ?? known.cardByUid(uid);
  }

  function twinOf(uid: CardUid): Twin | null {
    const keys = keysOf(uid);
    const [similar] = known.similarTo(uid, keys);
    if (similar !== undefined) return { uid: similar.card.uid, row: null };
    for (const key of keys.asked)
      for (const twin of newCards.get(key) ?? []) if (spellingOf(uid, twin.uid) !== null) return twin;
    return null;
  }

  function putRecord({ of, before, after }: ImportedRecord, row: number): void {
    if (of === 'tenant') {
      tenants.set(after.id, after);
      putTenant(after);
    } else if (of === 'group') putGroup(after);
    else if (of === 'driver') {
      drivers.set(after.id, after);
      byName.put(after);
      byEmail.put(after);
    } else if (of === 'vehicle') {
      vehicles.set(after.id, after);
      byPlate.put(after);
      byNumber.put(after);
    } else if (of === 'card') {
      for (const uid of numbersOf(after)) cards.set(uid, after);
      if (before === null) fileNewCard({ uid: after.uid, row });
    } else if (of === 'assignment') byCard.put(after);
    else stations.set(after.id, after);
  }

  /** A card is looked for and then put on the bench. */
  function keysOf(uid: CardUid): SpellingKeys {
    if (lastKeys?.uid !== uid) lastKeys = { uid, keys: spellingKeys(uid) };
    return lastKeys.keys;
  }

  function fileNewCard(twin: Twin): void {
    for (const key of keysOf(twin.uid).filed) {
      const filed = newCards.get(key);
      if (filed === undefined) newCards.set(key, [twin]);
      else filed.push(twin);
    }
  }

  function putTenant(tenant: Tenant): void {
    if (tenant.removedAt !== null) return;
    if (tenant.parentId !== null) children.set(`${tenant.parentId} ${folded(tenant.name)}`, tenant);
    if (!isSeen(tenant.id)) return;
    tenantsByPath.put(tenant);
    tenantsByName.put(tenant);
  }

  function tenantText(id: TenantId): string {
    const names = pathOf(tenants, id)
      .filter((node) => node === id || (node !== ROOT_TENANT && isSeen(node)))
      .map((node) => tenants.get(node)?.name ?? '');
    return names.toReversed().join(' / ');
  }

  function putGroup(group: Group): void {
    groups.set(group.id, group);
    if (group.removedAt === null) groupsByName.put(group);
  }
}

interface Hung {
  readonly tenantId: TenantId;
}

function groupKey({ of, name }: Pick<Group, 'of' | 'name'>): string {
  return `${of} ${folded(name)}`;
}

function alone<Thing>(thing: Thing | null): readonly Thing[] {
  return thing === null ? [] : [thing];
}
