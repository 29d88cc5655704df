import type { ConnectorId, SessionId, StationId, TenantId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** One line of the site's logbook. Written once, never changed. */
export interface LogEntry {
  readonly at: Instant;
  readonly kind: LogKind;
  readonly level: 'info' | 'attention' | 'fault';
  /** Whom it concerns. Null is settled when it is written: the node of its station, else the root. */
  readonly tenantId: TenantId | null;
  readonly stationId: StationId | null;
  readonly connectorId: ConnectorId | null;
  readonly sessionId: SessionId | null;
  /** Who did it: a person's name, or null for the program or a station. */
  readonly actor: string | null;
  /** What the sentence of this kind is filled with. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** What records were like before and after, where somebody changed them. */
  readonly changed: readonly RecordDifference[];
}

/** One record that somebody changed: only what differs, secrets masked. */
export interface RecordDifference {
  /** What kind of thing, such as `card`. */
  readonly of: string;
  readonly id: string;
  /** Null where it was added. */
  readonly before: FieldValues | null;
  /** Null where it was taken away. */
  readonly after: FieldValues | null;
}

/** By the field's name; a field within a field by both, with a dot between: `life.kind`. */
export type FieldValues = Readonly<Record<string, FieldValue>>;
export type FieldValue = string | number | boolean | null | readonly unknown[];

export const LOG_KINDS = [
  'station-adopted',
  'station-retired',
  'station-renamed',
  'station-connected',
  'station-disconnected',
  'station-booted',
  'station-silent',
  'station-fault',
  'station-fault-cleared',
  'station-clock-wrong',
  'station-password-set',
  'firmware-status',
  'upload-status',
  'security-event',
  'security-event-critical',
  'connection-refused',
  'security-alarm',
  'security-profile',
  'station-key',
  'certificate-requested',
  'certificate-installed',
  'certificate-refused',
  'certificate-revoked',
  'certificate-asked',
  'root-installed',
  'root-removed',
  'authority-made',
  'server-certificate-renewed',
  'session-started',
  'session-ended',
  'session-refused',
  'session-doubted',
  'session-decided',
  'stray-kept',
  'stray-dismissed',
  'card-added',
  'card-changed',
  'card-blocked',
  'card-unblocked',
  'card-removed',
  'driver-added',
  'driver-changed',
  'driver-blocked',
  'driver-unblocked',
  'driver-removed',
  'vehicle-added',
  'vehicle-changed',
  'vehicle-blocked',
  'vehicle-unblocked',
  'vehicle-removed',
  'assignment-added',
  'assignment-changed',
  'assignment-removed',
  'group-added',
  'group-changed',
  'group-removed',
  'group-members-changed',
  'tariff-added',
  'tariff-changed',
  'tariff-removed',
  'tariff-restored',
  'tariff-published',
  'tariff-withdrawn',
  'tariff-rule-added',
  'tariff-rule-ended',
  'session-priced-anew',
  'price-held',
  'rule-added',
  'rule-changed',
  'rule-removed',
  'card-spelling-linked',
  'card-spelling-unlinked',
  'cards-merged',
  'card-replaced',
  'command-ordered',
  'command-anyway',
  'command-ended',
  'reservation-used',
  'reservation-expired',
  'local-list-lost',
  'local-list-kept',
  'local-list-left',
  'upload-received',
  'upload-removed',
  'document-added',
  'document-removed',
  'document-restored',
  'message-sent',
  'meter-key-pinned',
  'meter-key-exchanged',
  'meter-key-changed',
  'meter-key-judged',
  'meter-key-back',
  'configuration-changed',
  'configuration-hurts',
  'behaviour-changed',
  'deviations-cleared',
  'station-boot-loop',
  'template-saved',
  'template-removed',
  'template-applied',
  'offline-repair',
  'acceptance-started',
  'acceptance-step',
  'acceptance-signed',
  'acceptance-abandoned',
  'tenant-added',
  'tenant-changed',
  'tenant-removed',
  'person-added',
  'person-changed',
  'person-disabled',
  'person-enabled',
  'person-password-reset',
  'role-added',
  'role-changed',
  'role-removed',
  'import-run',
  'import-undone',
  'site-exported',
  'settings-changed',
  'signed-in',
  'signed-out',
  'sign-in-failed',
  'sign-ins-ended',
  'second-factor-on',
  'second-factor-off',
  'recovery-codes-made',
  'recovery-code-used',
  'server-started',
  'server-stopped',
  'clock-jumped',
  'address-changed',
  'client-added',
  'client-changed',
  'client-secret',
  'client-disabled',
  'client-enabled',
  'client-removed',
  'client-refused',
  'webhook-added',
  'webhook-changed',
  'webhook-secret',
  'webhook-disabled',
  'webhook-enabled',
  'webhook-removed',
  'webhook-tested',
  'webhook-replayed',
  'webhook-given-up',
  'issuer-saved',
  'issuer-removed',
  'logbook-broken',
  'supplement',
  'note',
] as const;

export type LogKind = (typeof LOG_KINDS)[number];
