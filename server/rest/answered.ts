import type { OutgoingAction, Response } from '#ocpp/v16/actions.ts';
import type { Asked } from '../stations/ask-station.ts';
import { ApiProblem } from './problem.ts';

/** What a station has answered; whatever else came of a question is a problem. */
export function answered<A extends OutgoingAction>(asked: Asked<A>): Response<A> {
  switch (asked.kind) {
    case 'answered':
      return asked.response;
    case 'not-connected':
      throw new ApiProblem('station-not-connected');
    case 'no-answer':
      throw new ApiProblem('station-no-answer');
    case 'error':
      throw new ApiProblem('station-refused', { detail: `${asked.code} ${asked.description}`.trim() });
    case 'invalid-answer':
      throw new ApiProblem('station-refused', { detail: asked.problem });
  }
}
