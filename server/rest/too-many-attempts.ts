import type { FastifyReply } from 'fastify';
import type { Milliseconds } from '#core/shared/units.ts';
import { ApiProblem } from './problem.ts';

/** Says how long to wait, in the answer and in its header. */
export function tooManyAttempts(reply: FastifyReply, wait: Milliseconds): ApiProblem {
  const retryAfterSeconds = Math.ceil(wait / 1_000);
  reply.header('retry-after', retryAfterSeconds);
  return new ApiProblem('too-many-attempts', { retryAfterSeconds });
}
