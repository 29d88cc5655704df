/**
 * What somebody may do at a node of the tenant tree and below it. A permission to change never includes the one to
 * read: roles name both.
 */
export const PERMISSIONS = [
  'stations.read',
  /** What a caller is helped with: restart, unlock, start, stop, limits, reservations. */
  'stations.operate',
  /** What a technician does: adopt, configure, firmware, certificates, acceptance, messages. */
  'stations.manage',
  'sessions.read',
  'sessions.decide',
  /** Drivers, vehicles, cards, groups, and rules of who may charge where. */
  'access.read',
  'access.write',
  'tariffs.read',
  /** Tariffs, and who pays by them. */
  'tariffs.write',
  'logbook.read',
  'logbook.write',
  /** Tenants, people and their roles. */
  'people.read',
  'people.write',
  'settings.write',
  /** Clients of the API, webhooks, issuers, the request log. */
  'erp.manage',
  /** The own cards and sessions of somebody who drives. */
  'own.read',
] as const;

export type Permission = (typeof PERMISSIONS)[number];
