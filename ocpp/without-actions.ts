import type { StationConnection } from './connection.ts';
import type { RefusedCall } from './read-call.ts';
import type { ReceivedCall } from './received-call.ts';
import { type Action, isIncomingAction } from './v16/actions.ts';

/*
 * Takes actions away from a running server, so that the conformance run can show that it would notice each of
 * them missing. Only tests can ask for it; no argument of the program does.
 */

/** Refuses a call of an action that is taken away, as a central system does that has never heard of it. */
export function unlessTakenAway(
  without: readonly Action[] | undefined,
  call: ReceivedCall | RefusedCall,
): ReceivedCall | RefusedCall {
  if (without === undefined || !isIncomingAction(call.action)) return call;
  if (!without.includes(call.action)) return call;
  const { messageId, action, raw, receivedAt, deviations } = call;
  const problem = 'this action is taken away';
  const refusal = { messageId, action, raw, receivedAt, deviations, problem } as const;
  return { validity: 'refused', code: 'NotImplemented', ...refusal };
}

/** Sends nothing of an action that is taken away: the call ends as if the station knew no such thing. */
export function callUnlessTakenAway(
  without: readonly Action[] | undefined,
  call: StationConnection['call'],
): StationConnection['call'] {
  if (without === undefined) return call;
  return (action, request, options) =>
    without.includes(action)
      ? Promise.resolve({ kind: 'error', code: 'NotImplemented', description: 'this action is taken away' })
      : call(action, request, options);
}
