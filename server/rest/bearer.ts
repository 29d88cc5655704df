import type { FastifyRequest } from 'fastify';
import type { Application } from '../application.ts';
import type { Caller } from '../people/caller.ts';
import { tokenCaller } from '../people/client-caller.ts';
import { ApiProblem } from './problem.ts';

/** The token that a request shows (RFC 6750 §2.1: in its header, never in its address). Null when it shows none. */
export function bearerIn(request: FastifyRequest): string | null {
  const { authorization } = request.headers;
  return authorization === undefined ? null : (/^bearer +(\S+)$/i.exec(authorization)?.[1] ?? null);
}

/** The program behind a token. One that does not count is refused: no cookie stands in for it. */
export async function callerWithToken(
  app: Application,
  request: FastifyRequest,
  text: string,
): Promise<Caller> {
  const read = await app.tokens.read(text);
  if (read.kind === 'not-ours') throw new ApiProblem('token-refused', { detail: 'not-ours' });
  request.apiClient = app.desk.live.erp.clients.get(read.token.clientId) ?? null;
  if (read.state !== 'good') throw new ApiProblem('token-refused', { detail: read.state });
  const caller = tokenCaller(app.desk.live, read.token);
  const { foreignOrigin } = request;
  // Another client may list that page: its tokens count there, these do not.
  if (foreignOrigin !== null && request.apiClient?.origins.includes(foreignOrigin) !== true)
    throw new ApiProblem('foreign-origin');
  return caller;
}

/** Whether who was let in would be let in again: has neither signed out nor lost the token. */
export async function isStillIn(app: Application, { who }: Caller): Promise<boolean> {
  return who.kind === 'person'
    ? (await app.signIns.whoIs(who.token)) !== null
    : app.tokens.stateOf(who.token) === 'good';
}
