import type { FastifyReply } from 'fastify';
import type { ErrorCode } from '#api/errors.ts';
import type { Unproven } from '../../people/prove-password.ts';
import type { FactorOutcome } from '../../people/second-factor-desk.ts';
import { ApiProblem } from '../problem.ts';
import { tooManyAttempts } from '../too-many-attempts.ts';

/** What an outcome of the second factor gives; throws the problem of one that gives nothing. */
export function doneOrProblem<T>(reply: FastifyReply, outcome: FactorOutcome<T> | Unproven): T {
  switch (outcome.kind) {
    case 'done':
      return outcome.value;
    case 'wrong':
    case 'wait':
      throw unprovenProblem(reply, outcome);
    default:
      throw new ApiProblem(CODES[outcome.kind]);
  }
}

/** The problem of somebody who has not proven to be who has signed in. */
export function unprovenProblem(reply: FastifyReply, unproven: Unproven): ApiProblem {
  return unproven.kind === 'wait'
    ? tooManyAttempts(reply, unproven.wait)
    : new ApiProblem('wrong-credentials');
}

const CODES = {
  'is-on': 'second-factor-on',
  'is-off': 'second-factor-off',
  'wrong-code': 'wrong-code',
  'keys-not-readable': 'keys-not-readable',
} as const satisfies Record<string, ErrorCode>;
