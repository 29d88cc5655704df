import type { CommandId, ConnectorId, SessionId, StationId } from '../shared/ids.ts';
import type { Amperes, Instant } from '../shared/units.ts';
import type { ConfigurationEntry } from '../stations/configuration.ts';
import type { StationIdentity } from '../stations/station.ts';

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

export type AcceptanceStep = (typeof ACCEPTANCE_STEPS)[number];

/** One acceptance of one connector of a station, from the first step to the technician's name. */
export interface AcceptanceRun {
  readonly id: number;
  readonly stationId: StationId;
  readonly connectorId: ConnectorId;
  readonly startedAt: Instant;
  readonly startedBy: string;
  /** One record for each step, in the order of the steps. */
  readonly steps: readonly StepRecord[];
  /** What the station said of itself, without secrets; null until the step that reads it has passed. */
  readonly configuration: readonly ConfigurationEntry[] | null;
  readonly end: AcceptanceEnd | null;
}

export type AcceptanceEnd =
  | {
      readonly kind: 'signed';
      /** The technician's name as typed. */
      readonly name: string;
      readonly at: Instant;
      /** Who was signed in. */
      readonly by: string;
      readonly programVersion: string;
      /** As it was when it was signed: later renaming does not rewrite the report. */
      readonly station: { readonly name: string; readonly identity: StationIdentity };
      readonly site: string;
    }
  | { readonly kind: 'abandoned'; readonly at: Instant; readonly by: string };

export interface StepRecord {
  readonly step: AcceptanceStep;
  /** How often it was begun. */
  readonly attempts: number;
  readonly state: StepState;
  /** Why it last failed, kept also when it is repeated or left out; absent when it never did. */
  readonly failedFor?: FailReason;
}

export type StepState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly since: Instant; readonly memo: StepMemo }
  | {
      readonly kind: 'passed';
      readonly since: Instant;
      readonly at: Instant;
      readonly figures: StepFigures;
    }
  | {
      readonly kind: 'failed';
      readonly since: Instant;
      readonly at: Instant;
      readonly reason: FailReason;
      readonly figures: StepFigures;
    }
  | { readonly kind: 'skipped'; readonly at: Instant; readonly by: string; readonly reason: string };

/** Names ending in At, Wh, W, A, Seconds or Percent say their unit. */
export type StepFigures = Readonly<Record<string, string | number>>;

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

export type FailReason = (typeof FAIL_REASONS)[number];

/** What a step that runs has to remember, also over a restart of the program. */
export interface StepMemo {
  readonly phase: number;
  readonly phaseSince: Instant;
  /** The command that the step waits for; null until it was ordered. */
  readonly commandId: CommandId | null;
  /** Number of the charging profile that was set for the step and has to go again. */
  readonly profileId: number | null;
  readonly sessionId: SessionId | null;
  /** Until when the station is kept off the line. */
  readonly heldUntil: Instant | null;
  /** When the meter was last asked for a value. */
  readonly askedAt: Instant | null;
  readonly levels: readonly MeasuredLevel[];
}

/** How a station followed one limit. */
export interface MeasuredLevel {
  readonly limit: Amperes;
  readonly current: Amperes;
  readonly afterSeconds: number;
}

export function firstMemo(now: Instant): StepMemo {
  return {
    phase: 0,
    phaseSince: now,
    commandId: null,
    profileId: null,
    sessionId: null,
    heldUntil: null,
    askedAt: null,
    levels: [],
  };
}

/** The step that runs now; there is never more than one. */
export function runningStep(
  run: AcceptanceRun,
): { readonly step: AcceptanceStep; readonly since: Instant; readonly memo: StepMemo } | null {
  for (const { step, state } of run.steps)
    if (state.kind === 'running') return { step, since: state.since, memo: state.memo };
  return null;
}

/** Whether a run keeps its station off the line at this moment, to see what it does alone. */
export function isHeldOffline(run: AcceptanceRun, now: Instant): boolean {
  const heldUntil = run.end === null ? (runningStep(run)?.memo.heldUntil ?? null) : null;
  return heldUntil !== null && now < heldUntil;
}
