import type { FastifyRequest } from 'fastify';
import type { Visitor } from '../people/sign-in-changes.ts';

/** Where a request comes from. No proxy stands before us, so the socket's word counts. */
export function visitorOf(request: FastifyRequest): Visitor {
  return { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
}
