import type { OutgoingAction, Response } from '#ocpp/v16/actions.ts';
import type { Asked } from '../../stations/ask-station.ts';
import { ApiProblem } from '../problem.ts';

/** What the station answered, or the problem that it did not. */
export function answeredOr<A extends OutgoingAction>(asked: Asked<A>): Response<A> {
  switch (asked.kind) {
    case 'answered':
      return asked.response;
    case 'error':
      throw new ApiProblem('station-refused', { detail: `${asked.code} ${asked.description}`.trim() });
    case 'invalid-answer':
      throw new ApiProblem('station-refused', { detail: asked.problem });
    case 'no-answer':
      throw new ApiProblem('station-no-answer');
    case 'not-connected':
      throw new ApiProblem('station-not-connected');
  }
}
