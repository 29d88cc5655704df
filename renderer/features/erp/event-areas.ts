import { LOG_KINDS, type LogEntry } from '#api/logbook.ts';

export type EventKind = LogEntry['kind'];

/** What events are about, in the order in which they are offered. */
export const EVENT_AREAS = [
  'sessions',
  'stations',
  'orders',
  'security',
  'access',
  'people',
  'programs',
  'site',
] as const;
export type EventArea = (typeof EVENT_AREAS)[number];

/** The first beginning that fits decides; what fits none is about the site. */
const BEGINNINGS: readonly (readonly [EventArea, readonly string[]])[] = [
  [
    'security',
    ['security-', 'station-key', 'station-password', 'connection-refused', 'certificate-', 'root-'],
  ],
  ['security', ['authority-', 'server-certificate', 'logbook-broken']],
  ['sessions', ['session-', 'stray-']],
  ['stations', ['station-', 'firmware-', 'upload-', 'acceptance-', 'reservation-', 'offline-']],
  [
    'orders',
    ['command-', 'message-', 'configuration-', 'behaviour-', 'deviations-', 'template-', 'local-list-'],
  ],
  ['access', ['card', 'driver-', 'vehicle-', 'assignment-', 'group-', 'rule-', 'import-']],
  ['people', ['person-', 'role-', 'tenant-', 'sign', 'second-factor', 'recovery-']],
  ['programs', ['client-', 'webhook-', 'issuer-']],
];

export function areaOf(kind: EventKind): EventArea {
  const found = BEGINNINGS.find(([, beginnings]) => beginnings.some((one) => kind.startsWith(one)));
  return found?.[0] ?? 'site';
}

/** All kinds of events that there are in an area, as the logbook orders them. */
export function kindsIn(area: EventArea): readonly EventKind[] {
  return LOG_KINDS.filter((kind) => areaOf(kind) === area);
}
