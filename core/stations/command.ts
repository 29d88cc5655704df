import type { CommandId, ConnectorId, StationId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import type { ProfileOrder } from './charging-profile.ts';
import type { DailyOrder } from './daily-order.ts';
import type { ReservationOrder } from './reservation.ts';
import type { ServiceOrder } from './service-order.ts';

/** Something a person asked a station to do. */
export interface Command {
  readonly id: CommandId;
  readonly stationId: StationId;
  readonly order: Order;
  readonly orderedBy: string;
  readonly queuedAt: Instant;
  readonly life: CommandLife;
}

export type Order = DailyOrder | ServiceOrder | ReservationOrder | ProfileOrder;

/**
 * `accepted` is what the station promises, `in-effect` is what was seen; they are never shown as the same.
 * A command survives a restart of the program: every deadline is a stored wall-clock time.
 */
export type CommandLife =
  | { readonly kind: 'queued'; readonly expiresAt: Instant }
  | { readonly kind: 'sent'; readonly sentAt: Instant; readonly answerBy: Instant }
  | {
      readonly kind: 'accepted';
      readonly sentAt: Instant;
      readonly acceptedAt: Instant;
      /** `Scheduled` and the like: the station's own word for its yes. */
      readonly answer: string;
      readonly effectBy: Instant;
      /** How far it has come, in the station's own word: `Downloading`, `Uploading`. */
      readonly progress?: string;
    }
  | {
      readonly kind: 'in-effect';
      readonly at: Instant;
      readonly sentAt: Instant;
      /** Null when the effect was seen and the answer never was. */
      readonly acceptedAt: Instant | null;
      /** What the station said besides its yes. */
      readonly answer?: string;
    }
  | { readonly kind: 'rejected'; readonly at: Instant; readonly sentAt: Instant; readonly answer: string }
  | {
      readonly kind: 'no-answer';
      readonly at: Instant;
      readonly sentAt: Instant;
      readonly effectBy: Instant;
      readonly progress?: string;
    }
  | {
      readonly kind: 'not-seen';
      readonly at: Instant;
      readonly sentAt: Instant;
      /** Null when the station never said yes. */
      readonly acceptedAt: Instant | null;
    }
  | { readonly kind: 'failed'; readonly at: Instant; readonly sentAt: Instant; readonly problem: string }
  | { readonly kind: 'cancelled'; readonly at: Instant; readonly by: string }
  | { readonly kind: 'expired'; readonly at: Instant };

/** The connector that an order is about; null when it is about none in particular. */
export function connectorOf(order: Order): ConnectorId | null {
  return 'connectorId' in order ? order.connectorId : null;
}

/** A command whose life can still change. */
export function isOpen(command: Command): boolean {
  switch (command.life.kind) {
    case 'queued':
    case 'sent':
    case 'accepted':
    case 'no-answer':
      return true;
    case 'in-effect':
    case 'rejected':
    case 'not-seen':
    case 'failed':
    case 'cancelled':
    case 'expired':
      return false;
  }
}
