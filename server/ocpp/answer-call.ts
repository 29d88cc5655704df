import type { LiveEvent } from '#api/events.ts';
import type { Change } from '#core/changes.ts';
import { isWrongClock } from '#core/shared/station-time.ts';
import { instant } from '#core/shared/units.ts';
import type { Station } from '#core/stations/station.ts';
import { encodeResponse } from '#ocpp/encode-response.ts';
import { encodeCallError } from '#ocpp/frame.ts';
import type { Answer, ReceivedCall } from '#ocpp/received-call.ts';
import { type IncomingAction, isNeverRefused } from '#ocpp/v16/actions.ts';
import type { Deviation } from '#ocpp/v16/deviation.ts';
import type { Store } from '#store/store.ts';
import { asStoreFailure } from '#store/store-failure.ts';
import type { Log } from '../log.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided, SiteDesk } from '../site/site-desk.ts';
import { knownStation } from '../stations/known-station.ts';
import { sightChanges, type Told } from '../stations/sight-changes.ts';
import { isAskedFor } from './asked-for.ts';
import type { Handled, Handler, Received } from './handler.ts';
import { handlers } from './handlers.ts';
import { salvage } from './salvage.ts';
import { isPersistent, setAside } from './set-aside.ts';
import { clockOffsetOf, countDeviations, type StationLine } from './station-line.ts';

/** What it takes to answer a station. */
export interface AnswerTools {
  readonly desk: SiteDesk;
  readonly store: Store;
  readonly log: Log;
}

/** WebSocket close code "try again later": the station keeps its message and comes back. */
const TRY_AGAIN_LATER = 1013;

/**
 * Decides about one call of a station, stores the frame with everything that follows from it and with our
 * answer, and only then hands the answer out. What cannot be stored is not answered: the line is closed and
 * the station keeps the message (never a CALLERROR, or it may throw the message away; errata 3.3).
 */
export function answerCall(tools: AnswerTools, line: StationLine, call: ReceivedCall): Promise<Answer> {
  const { stationId } = line;
  const readable = call.validity === 'invalid' ? salvage(call) : call;
  const received = {
    stationId,
    request: readable.request,
    receivedAt: instant(call.receivedAt),
    raw: call.raw,
    line,
    unreadable: call.validity === 'invalid' ? call.problem : null,
  };
  const failed = (error: unknown) => answerFailed(tools, { call, received, error });
  try {
    const facts = { call, received: received as Received<IncomingAction> };
    return answerWith(tools, readable.action, facts).catch(failed);
  } catch (error) {
    return failed(error);
  }
}

/** What the disk refused may succeed later; what failed for any other reason would fail again. */
async function answerFailed(
  { desk, log }: AnswerTools,
  facts: {
    readonly call: ReceivedCall;
    readonly received: Pick<Received<IncomingAction>, 'stationId' | 'receivedAt' | 'raw'>;
    readonly error: unknown;
  },
): Promise<Answer> {
  const { call, received, error } = facts;
  const { stationId } = received;
  const { kind, message } = asStoreFailure(error);
  const { action } = call;
  if ((kind === 'bug' || kind === 'constraint') && isPersistent(action)) {
    log.error({ err: error, stationId, action }, 'call not handled, set aside');
    try {
      const frame = await desk.decide((live) =>
        setAside(live, { action, messageId: call.messageId }, received),
      );
      return { kind: 'send', frame };
    } catch (second) {
      log.error({ err: second, stationId, action }, 'call not set aside');
    }
  }
  // A bug of ours is for the room next door to report; what the store could not keep is nobody's bug.
  if (kind === 'bug') throw error;
  log.error({ stationId, failure: kind, problem: message }, 'not stored');
  return { kind: 'close', code: TRY_AGAIN_LATER, reason: 'could not be stored' };
}

function answerWith<A extends IncomingAction>(
  { desk, store }: AnswerTools,
  action: A,
  { call, received }: { readonly call: ReceivedCall; readonly received: Received<A> },
): Promise<Answer> {
  const handler: Handler<A> = handlers[action];
  const { stationId } = received;
  const decide = () =>
    desk.decide((live): Decided<Answer> => {
      if (isHeldBack(live, action, received)) return heldBack(call, received);
      const handled: Handled<A> = handler.decide(live, received);
      const frame = encodeResponse(action, call.messageId, handled.response);
      const heard = heardChanges(live, stationId, { action, received });
      const deviations = [...call.deviations, ...(handled.deviations ?? [])];
      const station = stationChanges(stationAfter(live, stationId, handled), received, deviations);
      return {
        value: { kind: 'send', frame },
        changes: [...handled.changes, ...heard.changes, ...station.changes, journalled(received, frame)],
        told: [...handled.told, ...heard.told, ...(station.told === null ? [] : [station.told])],
        remember(undo) {
          handled.remember?.(undo);
          countDeviations(received.line, deviations, undo);
        },
      };
    });
  const fetched = handler.fetch?.(desk.live, store.reads, received) ?? null;
  return fetched === null ? decide() : fetched.then(decide);
}

/** A message may be the one that somebody has asked for. */
function heardChanges(
  live: LiveSite,
  stationId: Station['id'],
  { action, received }: { readonly action: IncomingAction; readonly received: Received<IncomingAction> },
): Told {
  const { request, receivedAt: now } = received;
  const connectorId = 'connectorId' in request ? request.connectorId : null;
  return sightChanges(live, stationId, { sight: { kind: 'heard', action, connectorId }, now });
}

/**
 * A station that was not accepted yet has nothing to report (OCPP-J 1.6 errata 3.10) but what it was asked for. Billing
 * data is kept all the same, and so are security events: of an attack nobody learns otherwise.
 */
function isHeldBack(
  live: LiveSite,
  action: IncomingAction,
  { stationId, line, receivedAt }: Received<IncomingAction>,
): boolean {
  const { registration } = knownStation(live, stationId);
  if (registration === 'accepted' || isNeverRefused(action) || action === 'SecurityEventNotification')
    return false;
  return registration === 'rejected' || !isAskedFor(live, line, { action, now: receivedAt });
}

function heldBack(call: ReceivedCall, received: Received<IncomingAction>): Decided<Answer> {
  const frame = encodeCallError(call.messageId, 'SecurityError', 'this station has not been accepted yet');
  return { value: { kind: 'send', frame }, changes: [journalled(received, frame)] };
}

function journalled({ stationId, receivedAt, raw }: Received<IncomingAction>, answer: string): Change {
  return { kind: 'journal', frame: { stationId, at: receivedAt, direction: 'in', text: raw, answer } };
}

/** A difference in clocks is stored when it has become another one, not with every message. */
const CLOCK_STEP_MS = 5_000;

/** What a message says about its station besides what it is about: odd ways of writing, a wrong clock. */
function stationChanges(
  station: Station,
  { line, receivedAt }: Pick<Received<IncomingAction>, 'line' | 'receivedAt'>,
  seen: readonly Deviation[],
): { readonly changes: readonly Change[]; readonly told: LiveEvent | null } {
  const learnt = clockOffsetOf(line);
  if (seen.length === 0 && learnt === null) return NOTHING;
  let { deviations } = station;
  for (const { kind } of seen) if (deviations[kind] === undefined) deviations = { ...deviations, [kind]: 0 };
  const clockOffsetMs =
    Math.abs((learnt ?? 0) - (station.clockOffsetMs ?? 0)) > CLOCK_STEP_MS ? learnt : station.clockOffsetMs;
  if (deviations === station.deviations && clockOffsetMs === station.clockOffsetMs) return NOTHING;
  const changes: Change[] = [{ kind: 'save-station', station: { ...station, deviations, clockOffsetMs } }];
  if (isWrongClock(clockOffsetMs) && !isWrongClock(station.clockOffsetMs))
    changes.push(
      logLine(receivedAt, 'station-clock-wrong', {
        stationId: station.id,
        level: 'attention',
        facts: { offsetSeconds: Math.round((clockOffsetMs ?? 0) / 1_000) },
      }),
    );
  return { changes, told: { kind: 'station', stationId: station.id } };
}

/** The station as the message leaves it: a boot has just told us who it is. */
function stationAfter(
  live: LiveSite,
  id: StationLine['stationId'],
  { changes }: { readonly changes: readonly Change[] },
): Station {
  const saved = changes.findLast((change) => change.kind === 'save-station');
  return saved?.station ?? knownStation(live, id);
}

const NOTHING = { changes: [], told: null } as const;
