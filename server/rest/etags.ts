import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiProblem } from './problem.ts';

/** A strong validator of what a route answers (RFC 9110 §8.8.3). */
export function etagOf(answer: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(answer)).digest('base64url').slice(0, 27)}"`;
}

/** Names the version of an answer; one that the asker has already is not sent again. Browsers keep none of it. */
export async function nameVersion(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: unknown,
): Promise<unknown> {
  if (reply.statusCode !== 200) return answer;
  const etag = etagOf(answer);
  reply.headers({ etag, 'cache-control': 'no-store' });
  if (matches(request.headers['if-none-match'], etag, isSameWeakly)) reply.code(304);
  return answer;
}

/** An answer that says nothing has changed has no body. */
export async function withoutBodyIfSame(
  _request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (reply.statusCode !== 304) return payload;
  reply.removeHeader('content-type');
  return null;
}

/**
 * Refuses a change of what has changed since it was read (RFC 9110 §13.1.1). `read` answers what a GET of the same path
 * would; null where there is no such GET.
 */
export async function mustBeUnchanged(request: FastifyRequest, read: () => Promise<unknown>): Promise<void> {
  const expected = request.headers['if-match'];
  if (expected === undefined || expected.trim() === '*') return;
  const now = await read();
  if (now === null || !matches(expected, etagOf(now), (one, other) => one === other))
    throw new ApiProblem('changed-meanwhile');
}

type Same = (one: string, other: string) => boolean;

function matches(header: string | undefined, etag: string, isSame: Same): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((one) => isSame(one.trim(), etag));
}

function isSameWeakly(one: string, other: string): boolean {
  return one.replace(/^W\//, '') === other;
}
