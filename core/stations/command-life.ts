import { DAY, type Instant, later, MINUTE, SECOND } from '../shared/units.ts';
import type { Command, CommandLife } from './command.ts';
import { answerMeans, effectTime, meaningOf } from './order-effect.ts';
import type { Sight } from './sight.ts';

/** How long a station has to answer a call. */
export const ANSWER_TIME = 30 * SECOND;
/** How long a command waits for a station that is not connected. */
export const QUEUE_TIME = DAY;

export type StationAnswer =
  | {
      readonly kind: 'status';
      readonly status: string;
      /** What else it said: a file's name, a vendor's data. */
      readonly more?: string;
    }
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
      return { kind: 'no-answer', at: now, sentAt, effectBy: later(now, effectTime(command.order, now)) };
    case 'error':
      return { kind: 'failed', at: now, sentAt, problem: answer.problem };
    case 'line-lost':
      return { kind: 'queued', expiresAt: later(command.queuedAt, QUEUE_TIME) };
    case 'status':
      return statusLife(command, answer, { sentAt, now });
  }
}

function statusLife(
  { order }: Command,
  { status, more }: Extract<StationAnswer, { readonly kind: 'status' }>,
  { sentAt, now }: { readonly sentAt: Instant; readonly now: Instant },
): CommandLife {
  const answer = more === undefined || more === '' ? status : `${status}: ${more}`;
  switch (answerMeans(order, status)) {
    case 'refused':
      return { kind: 'rejected', at: now, sentAt, answer };
    case 'done':
      return {
        kind: 'in-effect',
        at: now,
        sentAt,
        acceptedAt: now,
        ...(more === undefined || more === '' ? {} : { answer: more }),
      };
    case 'promised':
      return {
        kind: 'accepted',
        sentAt,
        acceptedAt: now,
        answer,
        effectBy: later(now, effectTime(order, now)),
      };
  }
}

/** The life of a command after something was seen of its station; null when it says nothing about it. */
export function afterSight(command: Command, sight: Sight, now: Instant): CommandLife | null {
  const { life } = command;
  if (life.kind !== 'accepted' && life.kind !== 'no-answer' && life.kind !== 'sent') return null;
  const meaning = meaningOf(command.order, sight);
  switch (meaning?.kind) {
    case undefined:
      return null;
    case 'effect':
      return {
        kind: 'in-effect',
        at: now,
        sentAt: life.sentAt,
        acceptedAt: life.kind === 'accepted' ? life.acceptedAt : null,
      };
    case 'failure':
      return { kind: 'failed', at: now, sentAt: life.sentAt, problem: meaning.problem };
    case 'step':
      if (life.kind === 'sent' || life.progress === meaning.progress) return null;
      // What moves is given its time anew.
      return {
        ...life,
        progress: meaning.progress,
        effectBy: later(now, effectTime(command.order, now)),
      };
  }
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
            effectBy: later(now, effectTime(command.order, now)),
          }
        : null;
    default:
      return null;
  }
}
