import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type ApiClient, isInUse, secretsValidAt } from '#core/erp/client.ts';
import { clientId } from '#core/shared/ids.ts';
import type { Application } from '../../application.ts';
import type { AttemptThrottle } from '../../people/attempt-throttle.ts';
import { isKeyOf, keyRecord } from '../../people/password-record.ts';
import { logLine } from '../../site/log-line.ts';
import { OauthError } from './oauth-error.ts';

interface Credentials {
  readonly id: string;
  readonly secret: string;
}

export interface ClientInForm {
  readonly client_id?: string;
  readonly client_secret?: string;
}

interface Refused {
  readonly name: string;
  readonly address: string;
  readonly tenantId: ApiClient['tenantId'] | null;
}

/** Compared with when nobody has that name, so that unknown names take as long as known ones. */
const nobodysRecord = keyRecord(randomBytes(32));

/** The client that asks, once its secret has proven it (RFC 6749 §2.3.1: in the header or in the form). */
export async function authenticateClient(
  app: Application,
  { request, form }: { readonly request: FastifyRequest; readonly form: ClientInForm },
  throttle: AttemptThrottle,
): Promise<ApiClient> {
  const { id, secret } = credentialsOf(request, form);
  const known = app.desk.live.erp.clients.get(clientId(id));
  request.apiClient = known ?? null;
  // By the client where there is one: a program with a wrong secret must not keep the others of its computer waiting.
  const key = known === undefined ? `address ${request.ip}` : `client ${known.id} at ${request.ip}`;
  const wait = throttle.wait(key, app.clock.monotonic());
  if (wait > 0) throw new OauthError('invalid_client', 'too many attempts', Math.ceil(wait / 1_000));
  // Nothing is awaited from here to the verdict: right ones at once all pass, wrong ones at once count one after the other.
  const isRight = isOneOf(known === undefined ? [nobodysRecord] : recordsOf(app, known), secret);
  if (known === undefined || !isRight) {
    throttle.failed(key, app.clock.monotonic());
    await note(app, { name: known?.name ?? id, address: request.ip, tenantId: known?.tenantId ?? null });
    throw new OauthError('invalid_client', 'name or secret is wrong');
  }
  throttle.succeeded(key);
  if (!isInUse(known)) throw new OauthError('invalid_client', 'the client is disabled or removed');
  return known;
}

function recordsOf({ clock }: Application, client: ApiClient): readonly string[] {
  return secretsValidAt(client, clock.now()).map(({ record }) => record);
}

/** Secrets are made by chance, so their records are fast ones: no number of requests keeps the program busy. */
function isOneOf(records: readonly string[], secret: string): boolean {
  return records.map((record) => isKeyOf(record, secret)).includes(true);
}

function credentialsOf(request: FastifyRequest, form: ClientInForm): Credentials {
  const { authorization } = request.headers;
  if (authorization === undefined) {
    const { client_id: id, client_secret: secret } = form;
    if (id === undefined || secret === undefined)
      throw new OauthError('invalid_client', 'no client is named');
    return { id, secret };
  }
  if (form.client_secret !== undefined) throw new OauthError('invalid_request', 'the secret comes twice');
  const basic = /^basic +([\w+/=-]+)$/i.exec(authorization)?.[1];
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(basic ?? '', 'base64').toString()) ?? [];
  if (id === undefined || secret === undefined)
    throw new OauthError('invalid_client', 'no Basic credentials');
  const named = { id: decoded(id), secret: decoded(secret) };
  if (form.client_id !== undefined && form.client_id !== named.id)
    throw new OauthError('invalid_request', 'two clients are named');
  return named;
}

/** RFC 6749 §2.3.1: both are form-encoded before they are joined. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new OauthError('invalid_request', 'the credentials cannot be decoded');
  }
}

async function note({ desk, clock }: Application, { name, address, tenantId }: Refused): Promise<void> {
  const facts = { client: name.slice(0, 100), address };
  await desk.decide(() => ({
    value: undefined,
    changes: [logLine(clock.now(), 'client-refused', { level: 'attention', tenantId, facts })],
    told: [{ kind: 'log' }],
  }));
}
