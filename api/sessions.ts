import { type Static, Type } from 'typebox';
import { REFUSALS } from './access.ts';
import { needs, route } from './route.ts';
import { Id, nullable, PowerW, page, Time, WholeWh, words } from './schema.ts';
import { SessionCost } from './session-prices.ts';

export const SESSION_STATES = ['running', 'ended', 'needs-decision', 'decided', 'void'] as const;

export const DOUBT_KINDS = [
  'no-stop',
  'silent',
  'meter-backwards',
  'no-stop-register',
  'impossible-energy',
  'baseline',
  'unit-mixed-up',
  'stop-before-start',
  'impossible-time',
  'conflicting-stop',
  'stop-after-decision',
  'inferred-stop',
  'register-gap',
  'impossible-connector',
  'unreadable-message',
  'refused-but-charged',
] as const;

const Facts = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]));

export const Doubt = Type.Object({ kind: words(DOUBT_KINDS), since: Time, facts: Facts });
export type Doubt = Static<typeof Doubt>;

export const Session = Type.Object({
  id: Type.Integer(),
  transactionId: Type.Integer(),
  state: words(SESSION_STATES),
  stationId: Type.String(),
  stationName: Type.String(),
  connectorId: Type.Integer(),
  cardUid: Type.String(),
  cardId: nullable(Type.Integer()),
  holder: nullable(Type.String()),
  /** Why the card was refused, if it was; the station may have charged all the same. */
  refused: nullable(words(REFUSALS)),
  startedAt: Time,
  endedAt: nullable(Time),
  durationSeconds: Type.Integer(),
  /** What the meter says so far; null when its figures make no sense together. */
  measuredWh: nullable(WholeWh),
  /** What counts; null while running or in doubt. */
  energyWh: nullable(WholeWh),
  powerW: nullable(PowerW),
  stateOfCharge: nullable(Type.Number()),
  /** Reason of the stop, in the standard's words or the station's own. */
  reason: nullable(Type.String()),
  doubts: Type.Array(Doubt),
  /** Null where no price is looked at: tariffs are switched off. */
  cost: nullable(SessionCost),
});
export type Session = Static<typeof Session>;

export const CurvePoint = Type.Object({
  at: Time,
  powerW: nullable(PowerW),
  energyWh: nullable(Type.Number()),
  stateOfCharge: nullable(Type.Number()),
});
export type CurvePoint = Static<typeof CurvePoint>;

export const SessionDetail = Type.Object({
  ...Session.properties,
  meterStartWh: Type.Number(),
  meterStopWh: nullable(Type.Number()),
  startReceivedAt: Time,
  stopReceivedAt: nullable(Time),
  /** Whose clock the start was taken from. */
  timeSource: Type.Enum(['station', 'station-corrected', 'ours'] as const),
  endSource: nullable(Type.Enum(['stop-transaction', 'inferred-stop', 'assumed'] as const)),
  decision: nullable(
    Type.Object({
      kind: Type.Enum(['accepted', 'corrected', 'void'] as const),
      energyWh: nullable(WholeWh),
      by: Type.String(),
      at: Time,
      note: Type.String(),
    }),
  ),
  curve: Type.Array(CurvePoint),
});
export type SessionDetail = Static<typeof SessionDetail>;

export const SessionFilter = Type.Object({
  /** `needs-decision`: also those whose price waits for a person. */
  state: Type.Optional(words(SESSION_STATES)),
  stationId: Type.Optional(Type.String({ maxLength: 255 })),
  cardUid: Type.Optional(Type.String({ maxLength: 64 })),
  /** Beginning of a holder, card or station. */
  search: Type.Optional(Type.String({ maxLength: 100 })),
  /** Sessions that started at or after. */
  from: Type.Optional(Time),
  /** Sessions that started before. */
  to: Type.Optional(Time),
});
export type SessionFilter = Static<typeof SessionFilter>;

/** A message about a transaction that fits no session: kept until somebody has looked at it. */
export const Stray = Type.Object({
  id: Type.Integer(),
  stationId: Type.String(),
  stationName: Type.String(),
  connectorId: nullable(Type.Integer()),
  receivedAt: Time,
  kind: Type.Enum(['unknown-stop', 'foreign-stop', 'unreadable'] as const),
  transactionId: nullable(Type.Integer()),
  idTag: nullable(Type.String()),
  frame: Type.String(),
});
export type Stray = Static<typeof Stray>;

export const EXPORT_FORMATS = ['page', 'json', 'csv', 'csv-excel'] as const;

export const listSessions = route({
  method: 'GET',
  path: '/sessions',
  area: 'sessions',
  access: needs('sessions.read', 'somewhere'),
  summary:
    'Sessions, newest first, page by page; with `format` all that match as one JSON or CSV file ' +
    '(`csv`: comma, point, UTC; `csv-excel`: the way a spreadsheet in the site’s region opens it)',
  query: Type.Object({
    ...SessionFilter.properties,
    sort: Type.Optional(Type.Enum(['started-desc', 'started-asc'] as const)),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    format: Type.Optional(words(EXPORT_FORMATS)),
    /** Language of the column names in `csv-excel`; the site's when left out. */
    language: Type.Optional(Type.Enum(['de', 'en'] as const)),
  }),
  response: page(Session),
  alsoProduces: ['text/csv'],
});

export const sessionTotals = route({
  method: 'GET',
  path: '/session-totals',
  area: 'sessions',
  access: needs('sessions.read', 'somewhere'),
  summary: 'Number and energy of the sessions that match',
  query: SessionFilter,
  response: Type.Object({ count: Type.Integer(), energyWh: WholeWh, needsDecision: Type.Integer() }),
});

export const getSession = route({
  method: 'GET',
  path: '/sessions/{sessionId}',
  area: 'sessions',
  access: needs('sessions.read', 'session'),
  summary: 'One session with its power curve',
  params: Type.Object({ sessionId: Id }),
  response: SessionDetail,
});

export const DecisionOrder = Type.Union([
  /** Take what the meter said. Ends a session whose stop never came at its last sign of life. */
  Type.Object({ kind: Type.Literal('accept'), note: Type.Optional(Type.String({ maxLength: 1000 })) }),
  Type.Object({
    kind: Type.Literal('correct'),
    energyWh: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
    note: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }),
  }),
  /** It does not count. */
  Type.Object({
    kind: Type.Literal('void'),
    note: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }),
  }),
]);
export type DecisionOrder = Static<typeof DecisionOrder>;

export const decideSession = route({
  method: 'POST',
  path: '/sessions/{sessionId}/decision',
  area: 'sessions',
  access: needs('sessions.decide', 'session'),
  summary: 'Decide about a session in doubt; what the station reported stays as it was',
  params: Type.Object({ sessionId: Id }),
  body: DecisionOrder,
  response: SessionDetail,
});

export const listStrays = route({
  method: 'GET',
  path: '/strays',
  area: 'sessions',
  access: needs('sessions.read', 'somewhere'),
  summary: 'Messages that fit no session and wait for somebody to look at them',
  response: Type.Object({ items: Type.Array(Stray) }),
});

export const dismissStray = route({
  method: 'POST',
  path: '/strays/{strayId}/dismiss',
  area: 'sessions',
  access: needs('sessions.decide', 'stray'),
  summary: 'Put a stray message aside with a note',
  params: Type.Object({ strayId: Id }),
  body: Type.Object({ note: Type.String({ maxLength: 1000 }) }),
  response: Stray,
});
