import type { WebSocket } from 'ws';
import type { CallOutcome } from './call-outcome.ts';
import type { Clock } from './clock.ts';
import type { OcppLimits } from './limits.ts';
import type { LineSecurity } from './line-security.ts';
import type { Answer, ReceivedCall } from './received-call.ts';
import type { Traffic } from './traffic.ts';
import type { Action, OutgoingAction, Request } from './v16/actions.ts';
import type { Deviation } from './v16/deviation.ts';

/** One station on the line. */
export interface StationConnection {
  readonly stationId: string;
  readonly address: string;
  readonly openedAt: number;
  readonly authenticated: boolean;
  readonly security: LineSecurity;
  /** When anything at all was last heard: a frame, a ping or a pong. */
  readonly lastHeardAt: number;
  /** What was odd about the way the station connected. */
  readonly handshakeDeviations: readonly Deviation[];
  /**
   * Calls the station and waits for its answer. Calls go out one at a time, in order. Throws only when the
   * request itself is not valid; everything that can happen on the way is an outcome.
   */
  call<A extends OutgoingAction>(
    action: A,
    request: Request<A>,
    options?: CallOptions,
  ): Promise<CallOutcome<A>>;
  /** Hangs up. The connection counts as closed from this moment; answers still owed on it are void. */
  close(code: number, reason: string): void;
}

export interface CallOptions {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** The frame has been written. */
  readonly onSent?: () => void;
}

/** How a connection ended. `by` tells who ended it; `silence` means the keep-alive gave the station up. */
export interface ConnectionClose {
  readonly code: number;
  readonly reason: string;
  readonly by: 'station' | 'central-system' | 'silence' | 'network';
  readonly at: number;
}

/** What a connection reports. */
export interface ConnectionHooks {
  onCall(connection: StationConnection, call: ReceivedCall): Promise<Answer>;
  onTraffic(connection: StationConnection, traffic: Traffic): void;
  onClose(connection: StationConnection, close: ConnectionClose): void;
}

export interface ConnectionFacts {
  readonly socket: WebSocket;
  readonly stationId: string;
  readonly address: string;
  readonly authenticated: boolean;
  readonly security: LineSecurity;
  readonly heardBefore: boolean;
  readonly handshakeDeviations: readonly Deviation[];
  readonly clock: Clock;
  readonly limits: OcppLimits;
  readonly hooks: ConnectionHooks;
  /** Actions that are taken away, see `without-actions.ts`. */
  readonly without?: readonly Action[];
  nextMessageId(): string;
}
