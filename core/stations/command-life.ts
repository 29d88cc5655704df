import { DAY, type Instant, later, MINUTE, SECOND } from '../shared/units.ts';
import type { Command, CommandLife, Order } from './command.ts';
import type { ConnectorStatus } from './connector.ts';

/** How long a station has to answer a call. */
export const ANSWER_TIME = 30 * SECOND;
/** How long a command waits for a station that is not connected. */
export const QUEUE_TIME = DAY;

/** What was seen of a station that may be the effect of a command. */
export type Sight =
  | { readonly kind: 'session-started'; readonly connectorId: number; readonly idTag: string }
  | { readonly kind: 'session-ended'; readonly sessionId: number }
  | { readonly kind: 'restarted' }
  /** The station's word about a firmware update; `requestId` only with signed updates. */
  | { readonly kind: 'firmware-status'; readonly status: string; readonly requestId: number | null }
  /** The station's word about an upload of diagnostics, or of a log (then usually with `requestId`). */
  | {
      readonly kind: 'upload-status';
      readonly of: 'diagnostics' | 'log';
      readonly status: string;
      readonly requestId: number | null;
    }
  | { readonly kind: 'status'; readonly connectorId: number; readonly status: ConnectorStatus };

/** How long after the station's yes its effect is watched for. */
export function effectTime(order: Order): number {
  switch (order.kind) {
    case 'remote-start':
      return 3 * MINUTE;
    case 'remote-stop':
      return 2 * MINUTE;
    case 'unlock':
      return MINUTE;
    case 'reset':
      return 10 * MINUTE;
    // A station that is charging answers Scheduled and obeys when the car has left.
    case 'set-availability':
      return DAY;
  }
}

export type StationAnswer =
  | { readonly kind: 'status'; readonly status: string }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'error'; readonly problem: string }
  /** The line went down before the order was written: the command goes back into the queue. */
  | { readonly kind: 'line-lost' };

export function sent(now: Instant): CommandLife {
  return { kind: 'sent', sentAt: now, answerBy: later(now, ANSWER_TIME) };
}

/** What a station's answer makes of a command. Accepted is a promise, not a success. */
export function answered(command: Command, answer: StationAnswer, now: Instant): CommandLife {
  const sentAt = command.life.kind === 'sent' ? command.life.sentAt : now;
  switch (answer.kind) {
    case 'no-answer':
      return { kind: 'no-answer', at: now, sentAt, effectBy: later(now, effectTime(command.order)) };
    case 'error':
      return { kind: 'failed', at: now, sentAt, problem: answer.problem };
    case 'line-lost':
      return { kind: 'queued', expiresAt: later(command.queuedAt, QUEUE_TIME) };
    case 'status':
      if (answer.status === 'Unlocked') return { kind: 'in-effect', at: now, sentAt, acceptedAt: now };
      if (answer.status !== 'Accepted' && answer.status !== 'Scheduled')
        return { kind: 'rejected', at: now, sentAt, answer: answer.status };
      return {
        kind: 'accepted',
        sentAt,
        acceptedAt: now,
        answer: answer.status,
        effectBy: later(now, effectTime(command.order)),
      };
  }
}

/** The life of a command after something was seen of its station; null when it says nothing about it. */
export function afterSight(command: Command, sight: Sight, now: Instant): CommandLife | null {
  const { life } = command;
  if (life.kind !== 'accepted' && life.kind !== 'no-answer' && life.kind !== 'sent') return null;
  if (!isEffect(command.order, sight)) return null;
  return {
    kind: 'in-effect',
    at: now,
    sentAt: life.sentAt,
    acceptedAt: life.kind === 'accepted' ? life.acceptedAt : null,
  };
}

/** The life of a command whose time is up; null while it is not. */
export function afterDeadline(command: Command, now: Instant): CommandLife | null {
  const { life } = command;
  switch (life.kind) {
    case 'queued':
      return now >= life.expiresAt ? { kind: 'expired', at: now } : null;
    case 'accepted':
    case 'no-answer':
      return now >= life.effectBy
        ? {
            kind: 'not-seen',
            at: now,
            sentAt: life.sentAt,
            acceptedAt: life.kind === 'accepted' ? life.acceptedAt : null,
          }
        : null;
    case 'sent':
      // The program ended between question and answer: what the station did shows in its effect.
      return now >= later(life.answerBy, MINUTE)
        ? {
            kind: 'no-answer',
            at: now,
            sentAt: life.sentAt,
            effectBy: later(now, effectTime(command.order)),
          }
        : null;
    default:
      return null;
  }
}

function isEffect(order: Order, sight: Sight): boolean {
  switch (order.kind) {
    case 'remote-start':
      return (
        sight.kind === 'session-started' &&
        sight.connectorId === order.connectorId &&
        sight.idTag.toUpperCase() === order.idTag.toUpperCase()
      );
    case 'remote-stop':
      return sight.kind === 'session-ended' && sight.sessionId === order.sessionId;
    case 'reset':
      return sight.kind === 'restarted';
    case 'set-availability':
      return (
        sight.kind === 'status' &&
        (order.connectorId === 0 || sight.connectorId === order.connectorId) &&
        (order.inService ? sight.status !== 'Unavailable' : sight.status === 'Unavailable')
      );
    case 'unlock':
      return false;
  }
}
