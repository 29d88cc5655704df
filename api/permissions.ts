/** What somebody may do at a node of the tenant tree and below it. Also the scopes of tokens. */
export const PERMISSIONS = [
  'stations.read',
  'stations.operate',
  'stations.manage',
  'sessions.read',
  'sessions.decide',
  'access.read',
  'access.write',
  'tariffs.read',
  'tariffs.write',
  'logbook.read',
  'logbook.write',
  'people.read',
  'people.write',
  'settings.write',
  'erp.manage',
  'own.read',
] as const;

export type Permission = (typeof PERMISSIONS)[number];
