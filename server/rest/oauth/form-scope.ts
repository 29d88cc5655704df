import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Application } from '../../application.ts';
import { asApiProblem } from '../as-api-problem.ts';
import { asOauthError, OauthError, statusOf } from './oauth-error.ts';

/**
 * Makes a part of the server take forms instead of JSON, and answer errors as OAuth does. The rest takes JSON only: a form is
 * what a foreign page can send unasked.
 */
export function takeForms(app: FastifyInstance, { log }: Application): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: string | Buffer) => fieldsOf(String(body)),
  );
  app.setErrorHandler((error, request, reply) => {
    const known = asOauthError(error, asApiProblem(error));
    request.problemCode = known?.code ?? 'server_error';
    if (known === null) log.error({ err: error, url: request.url }, 'request failed');
    return known === null
      ? noStore(reply).code(500).send({ error: 'server_error' })
      : answerError(known, reply);
  });
  app.addHook('onSend', async (_request, reply) => {
    noStore(reply);
  });
}

function answerError(error: OauthError, reply: FastifyReply): FastifyReply {
  if (error.retryAfterSeconds !== undefined) reply.header('retry-after', error.retryAfterSeconds);
  if (error.code === 'invalid_client') reply.header('www-authenticate', 'Basic realm="Ladehaus"');
  return reply
    .code(statusOf(error))
    .type('application/json')
    .send({ error: error.code, error_description: inAscii(error.message) });
}

/** RFC 6749 §5.1: nobody keeps a token on the way. */
function noStore(reply: FastifyReply): FastifyReply {
  return reply.headers({ 'cache-control': 'no-store', pragma: 'no-cache' });
}

function fieldsOf(body: string): Readonly<Record<string, string>> {
  const entries = [...new URLSearchParams(body)].filter(([, value]) => value !== '');
  // RFC 6749 §3.2: without a value as if left out, and none twice.
  if (new Set(entries.map(([name]) => name)).size < entries.length)
    throw new OauthError('invalid_request', 'a field comes twice');
  return Object.fromEntries(entries);
}

/** RFC 6749 §5.2: a description has neither quotes nor letters beyond ASCII. */
function inAscii(text: string): string {
  return text.replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '?').slice(0, 300);
}
