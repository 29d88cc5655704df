import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { Id, nullable, page, Time, words } from './schema.ts';

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
  'configuration-changed',
  'configuration-hurts',
  'meter-key-pinned',
  'meter-key-exchanged',
  'meter-key-changed',
  'meter-key-judged',
  'meter-key-back',
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

export const LEVELS = ['info', 'attention', 'fault'] as const;

export const LOGBOOK_BREAKS = ['altered', 'unsealed', 'gap', 'cut-off', 'rewritten'] as const;

const FieldValues = Type.Record(
  Type.String(),
  Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null(), Type.Array(Type.Unknown())]),
  { description: 'Only what differs, by the name of the field; secrets masked, times as ISO 8601' },
);

/** One record that somebody changed. */
export const RecordDifference = Type.Object({
  /** What kind of thing, such as `card`. */
  of: Type.String(),
  id: Type.String(),
  /** Null where it was added. */
  before: nullable(FieldValues),
  /** Null where it was taken away. */
  after: nullable(FieldValues),
});
export type RecordDifference = Static<typeof RecordDifference>;

/** What somebody has added to an entry later. */
export const Supplement = Type.Object({
  id: Type.Integer(),
  at: Time,
  actor: nullable(Type.String()),
  text: Type.String(),
});
export type Supplement = Static<typeof Supplement>;

export const LogEntry = Type.Object({
  id: Type.Integer(),
  at: Time,
  kind: words(LOG_KINDS),
  level: words(LEVELS),
  stationId: nullable(Type.String()),
  stationName: nullable(Type.String()),
  connectorId: nullable(Type.Integer()),
  sessionId: nullable(Type.Integer()),
  actor: nullable(Type.String()),
  /** What the sentence of this kind is filled with. */
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  changed: Type.Array(RecordDifference),
  supplements: Type.Array(Supplement),
});
export type LogEntry = Static<typeof LogEntry>;

export const listLog = route({
  method: 'GET',
  path: '/logbook',
  area: 'logbook',
  access: needs('logbook.read', 'somewhere'),
  summary: 'The logbook, newest first',
  query: Type.Object({
    stationId: Type.Optional(Type.String({ maxLength: 255 })),
    sessionId: Type.Optional(Id),
    level: Type.Optional(words(LEVELS)),
    actor: Type.Optional(Type.String({ maxLength: 255, description: 'Who did it' })),
    changes: Type.Optional(words(['only'])),
    format: Type.Optional(words(['json', 'csv'])),
    cursor: Type.Optional(Type.String({ maxLength: 100 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  response: page(LogEntry),
  alsoProduces: ['text/csv'],
});

export const writeNote = route({
  method: 'POST',
  path: '/logbook',
  area: 'logbook',
  access: needs('logbook.write', 'somewhere'),
  summary: 'Write a note, about a station or the site',
  body: Type.Object({
    text: Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' }),
    stationId: Type.Optional(Type.String({ maxLength: 255 })),
  }),
  response: Type.Object({ ok: Type.Literal(true) }),
  status: 201,
});

export const listLogActors = route({
  method: 'GET',
  path: '/logbook-actors',
  area: 'logbook',
  access: needs('logbook.read', 'somewhere'),
  summary: 'Who stands in the logbook',
  response: Type.Object({ items: Type.Array(Type.String()) }),
});

export const supplementEntry = route({
  method: 'POST',
  path: '/logbook/{entryId}/supplements',
  area: 'logbook',
  access: needs('logbook.write', 'log-entry'),
  summary: 'Add to an entry; what it says stays as it is',
  params: Type.Object({ entryId: Id }),
  body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' }) }),
  response: Type.Object({ ok: Type.Literal(true) }),
  status: 201,
});

/** What was found when every entry of the logbook was last looked at. */
export const LogbookCheck = Type.Object({
  /** Null until it has been looked at. */
  checkedAt: nullable(Time),
  /** How many entries are as they were written. */
  sound: Type.Integer(),
  /** The last of them. */
  lastId: nullable(Type.Integer()),
  broken: nullable(Type.Object({ entryId: Type.Integer(), kind: words(LOGBOOK_BREAKS) })),
});
export type LogbookCheck = Static<typeof LogbookCheck>;

export const getLogbookCheck = route({
  method: 'GET',
  path: '/logbook-check',
  area: 'logbook',
  access: needs('logbook.read', 'root'),
  summary: 'Whether the logbook is as it was written',
  response: LogbookCheck,
});

export const verifyLogbook = route({
  method: 'POST',
  path: '/logbook-check',
  area: 'logbook',
  access: needs('logbook.read', 'root'),
  summary: 'Look at every entry of the logbook now',
  response: LogbookCheck,
});
