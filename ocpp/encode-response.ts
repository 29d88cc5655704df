import { encodeCallResult } from './frame.ts';
import type { IncomingAction, Response } from './v16/actions.ts';
import { checkPayload } from './v16/validate.ts';

/** The frame that answers a call. Throws when the response is not valid: we are strict in what we send. */
export function encodeResponse<A extends IncomingAction>(
  action: A,
  messageId: string,
  response: Response<A>,
): string {
  const problem = checkPayload(action, 'response', response);
  if (problem !== undefined) throw new Error(`${action}.conf: ${problem.problem}`);
  return encodeCallResult(messageId, response);
}
