import type { CommandId, ConnectorId, SessionId, StationId, TransactionId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** Something a person asked a station to do. */
export interface Command {
  readonly id: CommandId;
  readonly stationId: StationId;
  readonly order: Order;
  readonly orderedBy: string;
  readonly queuedAt: Instant;
  readonly life: CommandLife;
}

export type Order =
  | { readonly kind: 'remote-start'; readonly connectorId: ConnectorId; readonly idTag: string }
  | {
      readonly kind: 'remote-stop';
      readonly sessionId: SessionId;
      readonly transactionId: TransactionId;
      readonly connectorId: ConnectorId;
    }
  | { readonly kind: 'unlock'; readonly connectorId: ConnectorId }
  | { readonly kind: 'reset'; readonly type: 'Soft' | 'Hard' }
  | { readonly kind: 'set-availability'; readonly connectorId: ConnectorId; readonly inService: boolean };

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
    }
  | {
      readonly kind: 'in-effect';
      readonly at: Instant;
      readonly sentAt: Instant;
      /** Null when the effect was seen and the answer never was. */
      readonly acceptedAt: Instant | null;
    }
  | { readonly kind: 'rejected'; readonly at: Instant; readonly sentAt: Instant; readonly answer: string }
  | { readonly kind: 'no-answer'; readonly at: Instant; readonly sentAt: Instant; readonly effectBy: Instant }
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
