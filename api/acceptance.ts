import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { Id, nullable, Time, words } from './schema.ts';
import { StationParams } from './stations.ts';

/** What is tried before a station goes into service, in this order. */
export const ACCEPTANCE_STEPS = [
  'boot',
  'configuration',
  'status',
  'card',
  'remote-start',
  'meter',
  'limit',
  'remote-stop',
  'unlock',
  'offline',
] as const;

export const STEP_STATES = ['waiting', 'running', 'passed', 'failed', 'skipped'] as const;

export const FAIL_REASONS = [
  'not-connected',
  'no-boot',
  'configuration-not-read',
  'connector-faulted',
  'status-missing',
  'no-card-held',
  'card-refused',
  'already-charging',
  'no-plug',
  'refused-by-station',
  'no-answer',
  'no-session-began',
  'no-session-runs',
  'no-session-ended',
  'no-power-measured',
  'no-current-measured',
  'too-little-energy',
  'register-implausible',
  'limit-not-obeyed',
  'not-unlocked',
  'did-not-go',
  'did-not-return',
  'nothing-told',
  'told-wrongly',
] as const;

export const AcceptanceRun = Type.Object({
  id: Type.Integer(),
  stationId: Type.String(),
  connectorId: Type.Integer(),
  startedAt: Time,
  startedBy: Type.String(),
  state: Type.Enum(['open', 'signed', 'abandoned'] as const),
  endedAt: nullable(Time),
  /** Who signed, as typed. */
  signedBy: nullable(Type.String()),
  /** No step failed. */
  passed: Type.Boolean(),
  /** Every step has an outcome: it can be signed. */
  complete: Type.Boolean(),
  steps: Type.Array(
    Type.Object({
      step: words(ACCEPTANCE_STEPS),
      state: words(STEP_STATES),
      attempts: Type.Integer(),
      /** When the running or latest attempt began. */
      since: nullable(Time),
      endedAt: nullable(Time),
      failure: nullable(words(FAIL_REASONS)),
      /** Why a step was left out; a station's own word where it cannot do it. */
      skipReason: nullable(Type.String()),
      skippedBy: nullable(Type.String()),
      /** Names ending in At (ms since 1970), Wh, W, A, Seconds or Percent say their unit. */
      figures: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
      /** Whether the step waits for its command, a car, a card: how far it has come. */
      phase: nullable(Type.Integer()),
      /** Until when the station is kept off the line. */
      heldUntil: nullable(Time),
    }),
  ),
});
export type AcceptanceRun = Static<typeof AcceptanceRun>;

const RunParams = Type.Object({ runId: Id });
const StepParams = Type.Object({ runId: Id, step: words(ACCEPTANCE_STEPS) });

export const startAcceptance = route({
  method: 'POST',
  path: '/stations/{stationId}/acceptance-runs',
  area: 'stations',
  access: needs('stations.manage', 'station'),
  summary: 'Begin the acceptance of a connector; steps that need nobody run by themselves',
  params: StationParams,
  body: Type.Object({ connectorId: Type.Integer({ minimum: 1, maximum: 64 }) }),
  response: AcceptanceRun,
  status: 201,
});

export const listAcceptance = route({
  method: 'GET',
  path: '/stations/{stationId}/acceptance-runs',
  area: 'stations',
  access: needs('stations.read', 'station'),
  summary: 'Acceptance runs of a station, newest first',
  params: StationParams,
  response: Type.Object({ items: Type.Array(AcceptanceRun) }),
});

export const beginAcceptanceStep = route({
  method: 'POST',
  path: '/acceptance-runs/{runId}/steps/{step}/begin',
  area: 'stations',
  access: needs('stations.manage', 'acceptance-run'),
  summary: 'Begin a step, or repeat it',
  params: StepParams,
  body: Type.Object({
    /** How long the step that cuts the line keeps the station out. */
    offlineSeconds: Type.Optional(Type.Integer({ minimum: 10, maximum: 1_800 })),
  }),
  response: AcceptanceRun,
});

export const skipAcceptanceStep = route({
  method: 'POST',
  path: '/acceptance-runs/{runId}/steps/{step}/skip',
  area: 'stations',
  access: needs('stations.manage', 'acceptance-run'),
  summary: 'Leave a step out, with a reason',
  params: StepParams,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }) }),
  response: AcceptanceRun,
});

export const signAcceptance = route({
  method: 'POST',
  path: '/acceptance-runs/{runId}/sign',
  area: 'stations',
  access: needs('stations.manage', 'acceptance-run'),
  summary: 'Sign a run in which every step has an outcome; from then on nothing in it changes',
  params: RunParams,
  body: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
    confirmed: Type.Literal(true),
  }),
  response: AcceptanceRun,
});

export const abandonAcceptance = route({
  method: 'POST',
  path: '/acceptance-runs/{runId}/abandon',
  area: 'stations',
  access: needs('stations.manage', 'acceptance-run'),
  summary: 'Break a run off; it stays in the list',
  params: RunParams,
  response: AcceptanceRun,
});

export const getAcceptance = route({
  method: 'GET',
  path: '/acceptance-runs/{runId}',
  area: 'stations',
  access: needs('stations.read', 'acceptance-run'),
  summary: 'One acceptance run; once it is signed also as PDF',
  params: RunParams,
  query: Type.Object({
    format: Type.Optional(Type.Enum(['json', 'pdf'] as const)),
    /** Of the PDF; that of the site unless said. */
    language: Type.Optional(Type.Enum(['de', 'en'] as const)),
  }),
  response: AcceptanceRun,
  alsoProduces: ['application/pdf'],
});
