import type { ThingKind } from '#api/route.ts';
import type { Permission } from '#core/people/permission.ts';
import {
  cardId,
  clientId,
  commandId,
  driverId,
  groupId,
  personId,
  type StationId,
  sessionId,
  stationId,
  type TenantId,
  tenantId,
  vehicleId,
} from '#core/shared/ids.ts';
import { partiesOf } from '../access/change-assignments.ts';
import type { Application } from '../application.ts';

/** The node on which the thing that a path names hangs; null where there is no such thing. */
type FindTenant = (app: Application, name: string) => Promise<TenantId | null>;

interface ThingRules {
  /** Whoever lacks this at the thing's node is told that there is no such thing. */
  readonly seenWith: Permission;
  readonly tenantOf: FindTenant;
}

/** Every kind of thing that a path can name. A kind that is forgotten here does not compile. */
export const THING_RULES: Readonly<Record<ThingKind, ThingRules>> = {
  station: { seenWith: 'stations.read', tenantOf: async (app, name) => ofStation(app, stationId(name)) },
  'acceptance-run': {
    seenWith: 'stations.read',
    tenantOf: async (app, name) =>
      ofStation(app, (await app.store.reads.acceptanceRun(numberOf(name)))?.stationId),
  },
  command: {
    seenWith: 'stations.read',
    tenantOf: async (app, name) =>
      ofStation(app, (await app.store.reads.command(commandId(numberOf(name))))?.stationId),
  },
  upload: {
    seenWith: 'stations.read',
    tenantOf: async (app, name) => ofStation(app, (await app.store.reads.upload(numberOf(name)))?.stationId),
  },
  document: {
    seenWith: 'stations.read',
    tenantOf: async (app, name) => ofStation(app, app.desk.live.documents.get(numberOf(name))?.stationId),
  },
  session: {
    seenWith: 'sessions.read',
    async tenantOf({ desk, store }, name) {
      const id = sessionId(numberOf(name));
      return (desk.live.sessions.byId(id) ?? (await store.reads.session(id)))?.tenantId ?? null;
    },
  },
  stray: {
    seenWith: 'sessions.read',
    async tenantOf(app, name) {
      const [stray] = await app.store.reads.listStrays({ open: true, id: numberOf(name), limit: 1 });
      return ofStation(app, stray?.stationId);
    },
  },
  card: {
    seenWith: 'access.read',
    tenantOf: async ({ desk }, name) => desk.live.access.cards.get(cardId(numberOf(name)))?.tenantId ?? null,
  },
  tenant: {
    seenWith: 'people.read',
    async tenantOf({ desk }, name) {
      const tenant = desk.live.tenants.get(tenantId(numberOf(name)));
      return tenant?.removedAt === null ? tenant.id : null;
    },
  },
  person: {
    seenWith: 'people.read',
    tenantOf: async ({ desk }, name) => desk.live.people.get(personId(numberOf(name)))?.tenantId ?? null,
  },
  role: {
    seenWith: 'people.read',
    async tenantOf({ desk }, name) {
      const role = desk.live.roles.get(numberOf(name));
      return role?.removedAt === null ? role.tenantId : null;
    },
  },
  driver: {
    seenWith: 'access.read',
    tenantOf: async ({ desk }, name) =>
      desk.live.access.drivers.get(driverId(numberOf(name)))?.tenantId ?? null,
  },
  vehicle: {
    seenWith: 'access.read',
    tenantOf: async ({ desk }, name) =>
      desk.live.access.vehicles.get(vehicleId(numberOf(name)))?.tenantId ?? null,
  },
  group: {
    seenWith: 'access.read',
    tenantOf: async ({ desk }, name) =>
      desk.live.access.groups.get(groupId(numberOf(name)))?.tenantId ?? null,
  },
  rule: {
    seenWith: 'access.read',
    tenantOf: async ({ desk }, name) => desk.live.access.rules.get(numberOf(name))?.tenantId ?? null,
  },
  tariff: {
    seenWith: 'tariffs.read',
    tenantOf: async ({ desk }, name) => desk.live.prices.tariffs.get(numberOf(name))?.tenantId ?? null,
  },
  'tariff-rule': {
    seenWith: 'tariffs.read',
    tenantOf: async ({ desk }, name) => desk.live.prices.rules.get(numberOf(name))?.tenantId ?? null,
  },
  assignment: {
    seenWith: 'access.read',
    async tenantOf({ desk }, name) {
      const assignment = desk.live.access.assignments.get(numberOf(name));
      if (assignment === undefined) return null;
      // The handler looks at the others, too.
      const { card, driver, vehicle } = partiesOf(desk.live, assignment);
      return (card ?? driver ?? vehicle)?.tenantId ?? null;
    },
  },
  certificate: {
    seenWith: 'stations.read',
    tenantOf: async (app, name) => ofStation(app, app.desk.live.stationCertificates.get(name)?.stationId),
  },
  'log-entry': {
    seenWith: 'logbook.read',
    tenantOf: async ({ store }, name) => (await store.reads.logEntry(numberOf(name)))?.entry.tenantId ?? null,
  },
  client: {
    seenWith: 'erp.manage',
    tenantOf: async ({ desk }, name) => desk.live.erp.clients.get(clientId(name))?.tenantId ?? null,
  },
  issuer: {
    seenWith: 'erp.manage',
    tenantOf: async ({ desk }, name) => desk.live.erp.issuers.get(numberOf(name))?.tenantId ?? null,
  },
  webhook: {
    seenWith: 'erp.manage',
    tenantOf: async ({ desk }, name) => desk.live.erp.webhooks.get(numberOf(name))?.tenantId ?? null,
  },
  delivery: {
    seenWith: 'erp.manage',
    async tenantOf({ desk, store }, name) {
      const delivery = await store.reads.delivery(numberOf(name));
      return desk.live.erp.webhooks.get(delivery?.webhookId ?? -1)?.tenantId ?? null;
    },
  },
};

function ofStation({ desk }: Application, id: StationId | undefined): TenantId | null {
  return id === undefined ? null : (desk.live.stations.get(id)?.tenantId ?? null);
}

/** A number of ours; what cannot be one is the number of nothing. The path has not been checked by its schema yet. */
function numberOf(name: string): number {
  return /^\d{1,15}$/.test(name) ? Number(name) : -1;
}
