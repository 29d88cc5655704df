import { type Static, Type } from 'typebox';
import { route } from './route.ts';
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
  'command-ordered',
  'command-ended',
  'reservation-used',
  'reservation-expired',
  'local-list-lost',
  'upload-received',
  'message-sent',
  'settings-changed',
  'signed-in',
  'sign-in-failed',
  'server-started',
  'server-stopped',
  'clock-jumped',
  'note',
] as const;

export const LEVELS = ['info', 'attention', 'fault'] as const;

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
});
export type LogEntry = Static<typeof LogEntry>;

export const listLog = route({
  method: 'GET',
  path: '/logbook',
  area: 'logbook',
  access: 'owner',
  summary: 'The logbook, newest first',
  query: Type.Object({
    stationId: Type.Optional(Type.String({ maxLength: 255 })),
    sessionId: Type.Optional(Id),
    level: Type.Optional(words(LEVELS)),
    cursor: Type.Optional(Type.String({ maxLength: 100 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  response: page(LogEntry),
});

export const writeNote = route({
  method: 'POST',
  path: '/logbook',
  area: 'logbook',
  access: 'owner',
  summary: 'Write a note, about a station or the site',
  body: Type.Object({
    text: Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' }),
    stationId: Type.Optional(Type.String({ maxLength: 255 })),
  }),
  response: Type.Object({ ok: Type.Literal(true) }),
  status: 201,
});
