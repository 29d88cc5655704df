import type { HeldCard } from '../access/card.ts';
import type { Sample } from '../sessions/sample.ts';
import type { Session } from '../sessions/session.ts';
import type { ConnectorId } from '../shared/ids.ts';
import { type Amperes, type Instant, later, MINUTE } from '../shared/units.ts';
import type { Command } from '../stations/command.ts';
import type { StationConfiguration } from '../stations/configuration.ts';
import type { Connector } from '../stations/connector.ts';
import type { StationIdentity } from '../stations/station.ts';
import type { FailReason, StepFigures, StepMemo } from './acceptance-run.ts';

/** What is known of a station at the moment in which a step looks. */
export interface BenchFacts {
  readonly now: Instant;
  readonly connectorId: ConnectorId;
  readonly onlineSince: Instant | null;
  readonly lastBootAt: Instant | null;
  readonly identity: StationIdentity;
  readonly configuration: StationConfiguration | null;
  /** All but connector 0. */
  readonly connectors: readonly Connector[];
  /** The card held last. */
  readonly held: HeldCard | null;
  /** The command that the step has ordered. */
  readonly command: Command | null;
  /** The session that runs at the connector, and the one that ended there last. */
  readonly session: Session | null;
  readonly ended: Session | null;
  /** Of the session that runs, newest first. */
  readonly samples: readonly Sample[];
}

/** What a step wants done at the station. */
export type BenchAction =
  | { readonly kind: 'ask-boot' }
  | { readonly kind: 'ask-status' }
  | { readonly kind: 'ask-meter' }
  | { readonly kind: 'read-configuration' }
  | { readonly kind: 'remote-start' }
  | { readonly kind: 'remote-stop'; readonly session: Session }
  | { readonly kind: 'unlock' }
  | { readonly kind: 'limit'; readonly current: Amperes; readonly session: Session }
  | { readonly kind: 'cut-line' };

export type StepMove =
  | { readonly kind: 'wait' }
  | { readonly kind: 'go-on'; readonly memo: StepMemo }
  | { readonly kind: 'do'; readonly action: BenchAction; readonly memo: StepMemo }
  | { readonly kind: 'pass'; readonly figures: StepFigures }
  | { readonly kind: 'fail'; readonly reason: FailReason; readonly figures: StepFigures }
  /** The station cannot do it and says so. */
  | { readonly kind: 'skip'; readonly reason: string };

/** A look of a running step: facts in, next move out. */
export type LookAtStep = (facts: BenchFacts, memo: StepMemo) => StepMove;

export const WAIT: StepMove = { kind: 'wait' };

export function pass(figures: StepFigures): StepMove {
  return { kind: 'pass', figures };
}

export function fail(reason: FailReason, figures: StepFigures = {}): StepMove {
  return { kind: 'fail', reason, figures };
}

/** Has something done and goes on to the next phase of the step. */
export function act(action: BenchAction, memo: StepMemo, now: Instant): StepMove {
  return { kind: 'do', action, memo: { ...memo, phase: memo.phase + 1, phaseSince: now, commandId: null } };
}

export function isOverdue(memo: StepMemo, now: Instant, afterMs: number): boolean {
  return now >= later(memo.phaseSince, afterMs);
}

/** What became of the order of a step; null while nobody knows. */
export function orderOutcome(
  { command, now }: BenchFacts,
  memo: StepMemo,
):
  | { readonly kind: 'accepted'; readonly at: Instant }
  | { readonly kind: 'refused'; readonly move: StepMove }
  | null {
  if (command === null)
    return isOverdue(memo, now, MINUTE) ? { kind: 'refused', move: fail('no-answer') } : null;
  const { life } = command;
  switch (life.kind) {
    case 'queued':
    case 'sent':
      return null;
    case 'accepted':
      return { kind: 'accepted', at: life.acceptedAt };
    case 'in-effect':
      return { kind: 'accepted', at: life.acceptedAt ?? life.sentAt };
    case 'rejected':
      return { kind: 'refused', move: fail('refused-by-station', { answer: life.answer }) };
    case 'failed':
      return { kind: 'refused', move: fail('refused-by-station', { answer: life.problem }) };
    case 'not-seen':
    case 'no-answer':
    case 'cancelled':
    case 'expired':
      return { kind: 'refused', move: fail('no-answer') };
  }
}
