import type { FastifyReply, FastifyRequest } from 'fastify';
import { isInUse } from '#core/erp/client.ts';
import type { Application } from '../application.ts';
import { bearerIn } from './bearer.ts';

/** Headers that a page may read beside the few that it always may. */
const EXPOSED = 'ETag, Location, Retry-After, Idempotency-Replayed';
const ACCEPTED = 'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID';

/** Whether a browser asks first if a page of another origin may send something. */
export function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

/**
 * Whether a web page of another origin may ask this: one that an enabled client lists, and only with a token. A cookie never
 * counts from there, and tokens themselves are not had from there: a page cannot keep a secret.
 */
export function mayCross(app: Application, request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (origin === undefined || !request.url.startsWith('/api/v1/') || request.url.startsWith('/api/v1/oauth/'))
    return false;
  const isListed = [...app.desk.live.erp.clients.values()].some(
    (client) => isInUse(client) && client.origins.includes(origin),
  );
  return isListed && (isPreflight(request) || bearerIn(request) !== null);
}

/** Says to the browser that the page may read the answer: this one origin, without cookies. */
export function allowOrigin(reply: FastifyReply, origin: string): void {
  reply.headers({
    'access-control-allow-origin': origin,
    'access-control-expose-headers': EXPOSED,
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'Origin',
  });
}

export function answerPreflight(reply: FastifyReply): FastifyReply {
  return reply
    .code(204)
    .headers({
      'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
      'access-control-allow-headers': ACCEPTED,
      'access-control-max-age': 600,
    })
    .send();
}
