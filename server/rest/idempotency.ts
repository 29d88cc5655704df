import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IdempotencyRecord } from '#core/erp/erp-change.ts';
import { elapsed } from '#core/shared/units.ts';
import { IDEMPOTENCY_KEPT } from '#store/erp/idempotency.ts';
import type { Application } from '../application.ts';
import type { Caller } from '../people/caller.ts';
import { VaultClosed } from '../security/key-vault.ts';
import { pathOf } from './log-api-requests.ts';
import { ApiProblem } from './problem.ts';

/** An answer as it is given again. */
interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface OnceOnly {
  /** Before the work: a key that was used gets the answer that it got, and no work is done. */
  readonly preHandler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
  /** After the work: its answer is kept before it goes out. */
  readonly onSend: (request: FastifyRequest, reply: FastifyReply, payload: unknown) => Promise<unknown>;
}

const REPEATED_HEADERS = ['content-type', 'location', 'etag'] as const;
/** Nothing was changed: what is asked again may be done. */
const NOTHING_DONE = new Set([503, 507]);

/**
 * Does what comes with an `Idempotency-Key` once only (IETF draft-ietf-httpapi-idempotency-key-header). The key is stored
 * before the work and the answer after it: where the program died between the two, nobody does it again unasked.
 */
export function createOnceOnly({ desk, store, clock, log, vault }: Application): OnceOnly {
  const running = new Set<string>();

  return {
    async preHandler(request, reply) {
      const keyHash = keyHashOf(request);
      if (keyHash === null) return undefined;
      if (running.has(keyHash)) throw new ApiProblem('idempotency-running');
      running.add(keyHash);
      try {
        const known = await knownAnswer(keyHash, request);
        if (known !== null) {
          running.delete(keyHash);
          return replay(reply, known);
        }
        const sealedFingerprint = vault.seal(Buffer.from(fingerprintOf(request)));
        const record = { keyHash, sealedFingerprint, at: clock.now(), sealedAnswer: null };
        await save(record);
        request.onceOnly = record;
        return undefined;
      } catch (error) {
        running.delete(keyHash);
        throw error;
      }
    },

    async onSend(request, reply, payload) {
      const { onceOnly } = request;
      if (onceOnly === null) return payload;
      request.onceOnly = null;
      try {
        await settle(onceOnly, reply, payload);
      } catch (error) {
        // The work is done and its answer true; who asks again is told that nobody knows.
        log.warn({ err: error }, 'answer under an idempotency key not kept');
      } finally {
        running.delete(onceOnly.keyHash);
      }
      return payload;
    },
  };

  /** Null when the key is new. */
  async function knownAnswer(keyHash: string, request: FastifyRequest): Promise<KeptAnswer | null> {
    const known = await store.reads.idempotency(keyHash);
    if (known === null || elapsed(known.at, clock.now()) >= IDEMPOTENCY_KEPT) return null;
    const fingerprint = opened(known.sealedFingerprint);
    const answer = known.sealedAnswer === null ? null : opened(known.sealedAnswer);
    if (fingerprint !== null && fingerprint !== fingerprintOf(request))
      throw new ApiProblem('idempotency-key-reused');
    if (answer === null) throw new ApiProblem('idempotency-unsettled');
    return JSON.parse(answer) as KeptAnswer;
  }

  async function settle(record: IdempotencyRecord, reply: FastifyReply, payload: unknown): Promise<void> {
    if (NOTHING_DONE.has(reply.statusCode)) {
      const { keyHash } = record;
      await desk.decide(() => ({ value: undefined, changes: [{ kind: 'forget-idempotency', keyHash }] }));
      return;
    }
    // What streams cannot be given again.
    if (typeof payload !== 'string' && payload !== null && payload !== undefined) return;
    const headers = Object.fromEntries(
      REPEATED_HEADERS.flatMap((name) => {
        const value = reply.getHeader(name);
        return value === undefined ? [] : [[name, String(value)]];
      }),
    );
    const answer: KeptAnswer = { status: reply.statusCode, headers, body: payload ?? '' };
    // Answers hold secrets that are told once: they are kept as private keys are.
    await save({ ...record, sealedAnswer: vault.seal(Buffer.from(JSON.stringify(answer))) });
  }

  function save(record: IdempotencyRecord): Promise<void> {
    return desk.decide(() => ({ value: undefined, changes: [{ kind: 'save-idempotency', record }] }));
  }

  /** Null when the vault has another key by now. */
  function opened(sealed: string): string | null {
    try {
      return vault.open(sealed).toString();
    } catch (error) {
      if (error instanceof VaultClosed) return null;
      throw error;
    }
  }
}

function replay(reply: FastifyReply, { status, headers, body }: KeptAnswer): FastifyReply {
  return reply.code(status).headers(headers).header('idempotency-replayed', 'true').send(body);
}

/** Null when the request brings no key. Everybody has keys of their own. */
function keyHashOf({ headers, caller }: FastifyRequest): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined || caller === null) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key))
    throw new ApiProblem('invalid-request', { detail: 'Idempotency-Key: 1 to 255 printable characters' });
  return createHash('sha256')
    .update(JSON.stringify([askerOf(caller), key]))
    .digest('base64url');
}

function askerOf({ who }: Caller): string {
  return who.kind === 'person'
    ? `person ${who.person.id}`
    : `client ${who.client.id} ${who.person?.id ?? ''}`;
}

function fingerprintOf(request: FastifyRequest): string {
  const { method, body, query } = request;
  return createHash('sha256')
    .update(JSON.stringify([method, pathOf(request), query]))
    .update(Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null))
    .digest('base64url');
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The record of a key under which this is done, until its answer is kept. */
    onceOnly: IdempotencyRecord | null;
  }
}
