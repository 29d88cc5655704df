import type { StationId } from '#core/shared/ids.ts';
import { ANSWER_TIME } from '#core/stations/command-life.ts';
import type { CallOutcome } from '#ocpp/call-outcome.ts';
import type { OutgoingAction, Request, Response } from '#ocpp/v16/actions.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import type { ConnectedStations } from './connected-stations.ts';

/** How a question to a station ended. */
export type Asked<A extends OutgoingAction> =
  | { readonly kind: 'answered'; readonly response: Response<A> }
  /** The station answered with a CALLERROR. */
  | { readonly kind: 'error'; readonly code: string; readonly description: string }
  /** It answered something that is no answer to this question. */
  | { readonly kind: 'invalid-answer'; readonly problem: string }
  /** Nothing came in time, or the line went down before it did: the station may have obeyed all the same. */
  | { readonly kind: 'no-answer' }
  /** Nothing was sent: the station is away, or was turned away (OCPP 1.6 §4.2: then we say nothing). */
  | { readonly kind: 'not-connected' };

/** Asks a station something and waits for its answer; `askStation` with the stations already at hand. */
export type Ask = <A extends OutgoingAction>(
  station: StationId,
  action: A,
  request: Request<A>,
) => Promise<Asked<A>>;

/**
 * Asks a station something as soon as it is its turn: questions go out one at a time (OCPP-J 1.6 §4.1.1) and
 * have half a minute each. Throws when the request is not valid by its schema; see `checkPayload`.
 */
export function askStation({ stations, desk }: Lines): Ask {
  return async (station, action, request) => {
    const line = stations.line(station);
    const turnedAway = desk.live.stations.get(station)?.registration === 'rejected';
    if (line === undefined || turnedAway) return { kind: 'not-connected' };
    let written = false;
    const onSent = () => {
      written = true;
    };
    const outcome = await line.connection.call(action, request, { timeoutMs: ANSWER_TIME, onSent });
    return askedOf(outcome, written);
  };
}

interface Lines {
  readonly stations: Pick<ConnectedStations, 'line'>;
  readonly desk: Pick<SiteDesk, 'live'>;
}

function askedOf<A extends OutgoingAction>(outcome: CallOutcome<A>, written: boolean): Asked<A> {
  switch (outcome.kind) {
    case 'result':
      return { kind: 'answered', response: outcome.response };
    case 'error':
    case 'invalid-answer':
      return outcome;
    case 'timeout':
      return { kind: 'no-answer' };
    case 'closed':
    case 'aborted':
      return { kind: written ? 'no-answer' : 'not-connected' };
  }
}
