import type { Assignment } from '../access/assignment.ts';
import { holdsAt } from '../access/assignment.ts';
import { type Card, numbersOf } from '../access/card.ts';
import type { Driver } from '../access/driver.ts';
import type { Group, GroupOf } from '../access/group.ts';
import type { Vehicle } from '../access/vehicle.ts';
import type { CardId, GroupId, TenantId } from '../shared/ids.ts';
import type { Station } from '../stations/station.ts';
import { ROOT_TENANT, type Tenant } from '../tenants/tenant.ts';
import { pathOf } from '../tenants/tenant-tree.ts';
import { cleanCell } from './clean-cell.ts';
import type { ImportFacts } from './import-facts.ts';
import type { ImportedRecord } from './import-run.ts';
import { twinKeys } from './twin-keys.ts';

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
  driver(id: number): Driver | null;
  vehiclesWithPlate(plate: string): readonly Vehicle[];
  vehiclesWithoutPlate(label: string): readonly Vehicle[];
  vehicle(id: number): Vehicle | null;
  card(uid: string): Card | null;
  /** A card, or the row of a new one, whose number is another spelling of this one. */
  twinOf(uid: string): { readonly uid: string; readonly row: number | null } | null;
  assignmentsOf(card: CardId): readonly Assignment[];
  station(id: string): Station | null;
  /** Takes what a row has decided; later rows see it. */
  put(records: readonly ImportedRecord[], row: number): void;
  /** The row that a record was settled by; each is settled once. */
  readonly settledBy: Map<unknown, number>;
}

/** Sets up the bench. Removed records are not on it. */
export function importBench(facts: ImportFacts): ImportBench {
  const tenants = new Map(facts.tenants);
  const tenantsByText = index<Tenant>();
  const children = new Map<string, Tenant>();
  const groups = new Map<GroupId, Group>();
  const groupsByName = index<Group>();
  const drivers = new Map<number, Driver>();
  const driversByName = index<Driver>();
  const driversByEmail = index<Driver>();
  const vehicles = new Map<number, Vehicle>();
  const vehiclesByPlate = index<Vehicle>();
  const cards = new Map<string, Card>();
  const twins = new Map<string, { readonly uid: string; readonly row: number | null }>();
  const shortTwins = new Map<string, { readonly uid: string; readonly row: number | null }>();
  const assignments = index<Assignment>();
  const stations = new Map<string, Station>();
  const holdsNow = (one: Assignment) => holdsAt(one, facts.now);

  for (const tenant of facts.tenants.values()) putTenant(tenant);
  for (const group of facts.groups) putGroup(group);
  for (const driver of facts.drivers) putDriver(driver);
  for (const vehicle of facts.vehicles) putVehicle(vehicle);
  for (const card of facts.cards) putCard(card, null);
  for (const assignment of facts.assignments) putAssignment(assignment);
  for (const station of facts.stations) stations.set(station.id, station);

  return {
    facts,
    settledBy: new Map(),
    tenant: (id) => tenants.get(id) ?? null,
    tenantsCalled: (text) => tenantsByText.all(folded(text)),
    childCalled: (parent, name) => children.get(`${parent} ${folded(name)}`) ?? null,
    tenantText,
    group: (id) => groups.get(id) ?? null,
    groupsCalled: (of, name) => groupsByName.all(`${of} ${folded(name)}`),
    driversCalled: (name) => driversByName.all(folded(name)),
    driversWithEmail: (email) => driversByEmail.all(folded(email)),
    driver: (id) => seen(drivers.get(id)),
    vehiclesWithPlate: (plate) => vehiclesByPlate.all(foldedPlate(plate)),
    vehiclesWithoutPlate: (label) => vehiclesByPlate.all(withoutPlate(label)),
    vehicle: (id) => seen(vehicles.get(id)),
    card: (uid) => cards.get(uid) ?? null,
    twinOf(uid) {
      const { whole, shortened } = twinKeys(uid);
      for (const key of whole) {
        const twin = twins.get(key) ?? shortTwins.get(key);
        if (twin !== undefined) return twin;
      }
      for (const key of shortened) {
        const twin = twins.get(key);
        if (twin !== undefined) return twin;
      }
      return null;
    },
    assignmentsOf: (card) => assignments.all(String(card)).filter(holdsNow),
    station: (id) => stations.get(id) ?? null,
    put(records, row) {
      for (const record of records) putRecord(record, row);
    },
  };

  function seen<Thing extends { readonly tenantId: TenantId }>(thing: Thing | undefined): Thing | null {
    return thing !== undefined && isSeen(thing.tenantId) ? thing : null;
  }

  function putRecord({ of, after }: ImportedRecord, row: number): void {
    if (of === 'tenant') {
      tenants.set(after.id, after);
      putTenant(after);
    } else if (of === 'group') putGroup(after);
    else if (of === 'driver') putDriver(after);
    else if (of === 'vehicle') putVehicle(after);
    else if (of === 'card') putCard(after, row);
    else if (of === 'assignment') putAssignment(after);
    else stations.set(after.id, after);
  }

  function putTenant(tenant: Tenant): void {
    if (tenant.removedAt !== null) return;
    if (tenant.parentId !== null) children.set(`${tenant.parentId} ${folded(tenant.name)}`, tenant);
    if (!isSeen(tenant.id)) return;
    tenantsByText.put(folded(tenantText(tenant.id)), tenant);
    if (folded(tenant.name) !== folded(tenantText(tenant.id))) tenantsByText.put(folded(tenant.name), tenant);
  }

  /** A node that a row has made hangs below one within reach, but the tree outside does not know it yet. */
  function isSeen(id: TenantId): boolean {
    return facts.reaches(id) || !facts.tenants.has(id);
  }

  function tenantText(id: TenantId): string {
    const names = pathOf(tenants, id)
      .filter((node) => node === id || (node !== ROOT_TENANT && isSeen(node)))
      .map((node) => tenants.get(node)?.name ?? '');
    return names.toReversed().join(' / ');
  }

  function putGroup(group: Group): void {
    groups.set(group.id, group);
    if (group.removedAt !== null) return;
    groupsByName.put(`${group.of} ${folded(group.name)}`, group);
  }

  function putDriver(driver: Driver): void {
    const before = drivers.get(driver.id);
    drivers.set(driver.id, driver);
    if (driver.removedAt !== null || !isSeen(driver.tenantId)) return;
    driversByName.put(folded(driver.name), driver, before && folded(before.name));
    if (driver.email !== '') driversByEmail.put(folded(driver.email), driver, before && folded(before.email));
  }

  function putVehicle(vehicle: Vehicle): void {
    const before = vehicles.get(vehicle.id);
    vehicles.set(vehicle.id, vehicle);
    if (vehicle.removedAt !== null || !isSeen(vehicle.tenantId)) return;
    vehiclesByPlate.put(plateKey(vehicle), vehicle, before && plateKey(before));
  }

  function putCard(card: Card, row: number | null): void {
    if (card.removedAt !== null) return;
    for (const uid of numbersOf(card)) {
      cards.set(uid, card);
      const { whole, shortened } = twinKeys(uid);
      for (const key of whole) if (!twins.has(key)) twins.set(key, { uid: card.uid, row });
      for (const key of shortened) if (!shortTwins.has(key)) shortTwins.set(key, { uid: card.uid, row });
    }
  }

  function putAssignment(assignment: Assignment): void {
    if (assignment.cardId !== null) assignments.put(String(assignment.cardId), assignment);
  }
}

/** Names are found whatever their case, and without what no file brings back. */
export function folded(text: string): string {
  // Most texts of most sites have nothing to be cleaned of, and there are very many of them.
  if (PLAIN.test(text)) return text.trim().replace(/ {2,}/g, ' ').toLowerCase();
  const { value } = cleanCell(text, { typed: true, lines: false, required: true });
  return value.normalize('NFKC').replace(/\s+/g, ' ').toLowerCase();
}

const PLAIN = /^[\w .@-]*$/;

/** "S-AB 123 E" and "sab123e" are one plate. */
export function foldedPlate(plate: string): string {
  return folded(plate).replace(/[\s-]+/g, '');
}

function plateKey({ plate, label }: Vehicle): string {
  return plate === '' ? withoutPlate(label) : foldedPlate(plate);
}

/** No plate holds a blank once it is folded. */
function withoutPlate(label: string): string {
  return `no plate ${folded(label)}`;
}

/** Things by a text that several may share; a thing that is put again takes its own place. */
function index<Thing extends { readonly id: unknown }>() {
  const byText = new Map<string, Thing[]>();
  return {
    all: (text: string): readonly Thing[] => byText.get(text) ?? [],
    put(text: string, thing: Thing, before?: string): void {
      if (before !== undefined && before !== text) {
        const left = byText.get(before)?.filter(({ id }) => id !== thing.id) ?? [];
        byText.set(before, left);
      }
      const known = byText.get(text);
      if (known === undefined) {
        byText.set(text, [thing]);
        return;
      }
      const at = known.findIndex(({ id }) => id === thing.id);
      if (at >= 0) known[at] = thing;
      else known.push(thing);
    },
  };
}
