import type { CallErrorCode } from '../call-error.ts';
import { type Action, actions, type Request, type Response } from './actions.ts';
import type { Deviation } from './deviation.ts';
import { repairPayload } from './repair.ts';
import { checkPayload, type MessagePart } from './validate.ts';

/** What became of a payload that a station sent. */
export type Reading<T> =
  | { readonly kind: 'valid'; readonly payload: T }
  | { readonly kind: 'repaired'; readonly payload: T; readonly deviations: readonly Deviation[] }
  | {
      readonly kind: 'invalid';
      readonly code: CallErrorCode;
      readonly problem: string;
      /** Whatever could be read, for quarantine. */
      readonly partial: unknown;
      readonly deviations: readonly Deviation[];
    };

/** Reads the payload of a request: strictly if possible, else with the repairs that are known to be harmless. */
export function readRequest<A extends Action>(action: A, payload: unknown): Reading<Request<A>> {
  return read(action, 'request', payload) as Reading<Request<A>>;
}

/** Reads the payload of an answer, in the same way. */
export function readResponse<A extends Action>(action: A, payload: unknown): Reading<Response<A>> {
  return read(action, 'response', payload) as Reading<Response<A>>;
}

function read(action: Action, part: MessagePart, payload: unknown): Reading<unknown> {
  const problem = checkPayload(action, part, payload);
  if (problem === undefined) return { kind: 'valid', payload };

  const repair = repairPayload(actions[action][part], payload);
  if (repair.problem === undefined) {
    return { kind: 'repaired', payload: repair.payload, deviations: repair.deviations };
  }
  return { kind: 'invalid', ...repair.problem, partial: repair.payload, deviations: repair.deviations };
}
