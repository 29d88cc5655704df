import type { LiveEvent } from '#api/events.ts';
import type { Change } from '#core/changes.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { IncomingAction, Request, Response } from '#ocpp/v16/actions.ts';
import type { Deviation } from '#ocpp/v16/deviation.ts';
import type { Reads } from '#store/reads.ts';
import type { LiveSite } from '../site/live-site.ts';
import type { UndoLog } from '../site/undo-log.ts';
import type { StationLine } from './station-line.ts';

/** A call as a handler sees it. */
export interface Received<A extends IncomingAction> {
  readonly stationId: StationId;
  readonly request: Request<A>;
  readonly receivedAt: Instant;
  /** The frame as it came. */
  readonly raw: string;
  /** What is known of the connection it came over. */
  readonly line: StationLine;
  /** Set when the message could not be read in full and `request` holds what could be. */
  readonly unreadable: string | null;
}

export interface Handled<A extends IncomingAction> {
  readonly response: Response<A>;
  readonly changes: readonly Change[];
  readonly told: readonly LiveEvent[];
  /** Odd ways of writing that only the handler could notice. */
  readonly deviations?: readonly Deviation[];
  /** What is remembered in memory only, with the way to take it back. */
  readonly remember?: (undo: UndoLog) => void;
}

/**
 * Translates one OCPP action into the site's words. `fetch` brings to live state what only the store knows,
 * and is null when there is nothing to fetch; `decide` then runs without waiting, in its turn; it may run again and therefore changes nothing itself.
 */
export interface Handler<A extends IncomingAction> {
  readonly fetch?: (live: LiveSite, reads: Reads, received: Received<A>) => Promise<void> | null;
  readonly decide: (live: LiveSite, received: Received<A>) => Handled<A>;
}
