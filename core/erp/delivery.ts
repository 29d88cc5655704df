import type { LogKind } from '../logbook/entry.ts';
import {
  DAY,
  elapsed,
  HOUR,
  type Instant,
  later,
  type Milliseconds,
  milliseconds,
  SECOND,
} from '../shared/units.ts';

/** One event on its way to one webhook. */
export interface Delivery {
  readonly id: number;
  readonly webhookId: number;
  /** By which a receiver knows an event that comes twice (Standard Webhooks, `webhook-id`). */
  readonly messageId: string;
  readonly kind: LogKind | 'test';
  readonly at: Instant;
  /** JSON, byte for byte as it is signed. */
  readonly payload: string;
  readonly life: DeliveryLife;
}

export type DeliveryLife =
  /** `since` is when it began to be tried, `nextAt` when it is due. */
  | {
      readonly kind: 'waiting';
      readonly since: Instant;
      readonly attempts: number;
      readonly nextAt: Instant;
      readonly last: DeliveryAnswer | null;
    }
  | { readonly kind: 'delivered'; readonly attempts: number; readonly last: DeliveryAnswer }
  | { readonly kind: 'given-up'; readonly attempts: number; readonly last: DeliveryAnswer };

/** What came of one attempt. */
export interface DeliveryAnswer {
  readonly at: Instant;
  readonly took: Milliseconds;
  readonly outcome: AttemptOutcome;
}

export type AttemptOutcome =
  /** `body` is the beginning of what the receiver said. */
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  /** Nothing was sent: the address may not be asked. */
  | { readonly kind: 'refused'; readonly obstacle: string }
  | { readonly kind: 'failed'; readonly failure: string; readonly detail: string };

const FIRST_WAIT = milliseconds(5 * SECOND);
const LONGEST_WAIT = HOUR;
const TRIED_FOR = milliseconds(3 * DAY);
/** How far a wait may be off, so that receivers that come back are not asked by all at once. */
const JITTER = 0.25;

/** A delivery that begins, or begins again, now. */
export function waitingFrom(now: Instant, last: DeliveryAnswer | null = null): DeliveryLife {
  return { kind: 'waiting', since: now, attempts: 0, nextAt: now, last };
}

/**
 * What becomes of a delivery after an attempt. It is tried again after 5 s, doubling up to an hour, for three days; a test
 * is tried once. `chance` is a number from 0 to 1.
 */
export function afterAttempt({ kind, life }: Delivery, last: DeliveryAnswer, chance: number): DeliveryLife {
  const attempts = (life.kind === 'waiting' ? life.attempts : 0) + 1;
  if (hasArrived(last.outcome)) return { kind: 'delivered', attempts, last };
  const since = life.kind === 'waiting' ? life.since : last.at;
  const wait = Math.min(FIRST_WAIT * 2 ** (attempts - 1), LONGEST_WAIT) * (1 - JITTER + 2 * JITTER * chance);
  const nextAt = later(last.at, Math.round(wait));
  if (kind === 'test' || elapsed(since, nextAt) > TRIED_FOR) return { kind: 'given-up', attempts, last };
  return { kind: 'waiting', since, attempts, nextAt, last };
}

/** Any 2xx. A redirect is not followed, so it is none. */
function hasArrived(outcome: AttemptOutcome): boolean {
  return outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300;
}
