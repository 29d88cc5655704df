import type { FastifyRequest } from 'fastify';
import type { AccessToken } from '#core/erp/access-token.ts';
import type { ApiClient } from '#core/erp/client.ts';
import type { Permission } from '#core/people/permission.ts';
import { isEmpty } from '#core/people/scope.ts';
import type { Application } from '../../application.ts';
import { readSubject } from '../../erp/subject-token.ts';
import { type ActsForWhom, AUDIENCE, permissionsIn } from '../../erp/token-desk.ts';
import { createAttemptThrottle } from '../../people/attempt-throttle.ts';
import { clientRights } from '../../people/client-caller.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { authenticateClient, type ClientInForm } from './authenticate-client.ts';
import { OauthError } from './oauth-error.ts';

type Names = 'issueToken' | 'revokeToken' | 'introspectToken' | 'listSigningKeys';

export const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';
const SUBJECT_TYPES = [
  ACCESS_TOKEN,
  'urn:ietf:params:oauth:token-type:jwt',
  'urn:ietf:params:oauth:token-type:id_token',
];

type Form = ClientInForm & Readonly<Record<string, string>>;

/** What a client asks a token for. */
interface Wanted {
  readonly actsFor: ActsForWhom;
  /** The most that can be had. */
  readonly most: readonly Permission[];
}

export function oauthHandlers(app: Application): SomeHandlers<Names> {
  const throttle = createAttemptThrottle();
  return {
    async issueToken({ body, request }) {
      const form = body as Form;
      const client = await authenticateClient(app, { request, form }, throttle);
      switch (form.grant_type) {
        case 'client_credentials':
          return issue(request, client, { actsFor: { kind: 'itself' }, most: client.permissions });
        case EXCHANGE:
          return issue(request, client, await exchanged(form, client));
        case undefined:
          throw new OauthError('invalid_request', 'grant_type is missing');
        default:
          throw new OauthError('unsupported_grant_type', 'client_credentials or token exchange');
      }
    },

    async revokeToken({ body, request }) {
      const client = await authenticateClient(app, { request, form: body }, throttle);
      const read = await app.tokens.read(tokenIn(body));
      // RFC 7009 §2.2: what is no token needs no ending.
      if (read.kind === 'not-ours' || read.state === 'expired') return {};
      if (read.token.clientId !== client.id)
        throw new OauthError('unauthorized_client', 'the token belongs to another client');
      if (read.state === 'good') await app.tokens.revoke(read.token);
      return {};
    },

    async introspectToken({ body, request }) {
      const client = await authenticateClient(app, { request, form: body }, throttle);
      const read = await app.tokens.read(tokenIn(body));
      // Tokens of others are nobody's business (RFC 7662 §2.2).
      if (read.kind === 'not-ours' || read.state !== 'good' || read.token.clientId !== client.id)
        return { active: false };
      return { active: true, ...factsOf(read.token) };
    },

    listSigningKeys: async () => ({
      keys: app.signingKeys.keySet().keys.map((key) => key as Readonly<Record<string, string>>),
    }),
  };

  async function issue(request: FastifyRequest, client: ApiClient, { actsFor, most }: Wanted) {
    const { scope } = request.body as Form;
    const scopes = scope === undefined ? most : permissionsIn(scope);
    const asked = scope?.split(' ').filter((word) => word !== '') ?? [];
    if (asked.length > scopes.length || scopes.length === 0 || scopes.some((one) => !most.includes(one)))
      throw new OauthError('invalid_scope', 'it asks for more than the client may have');
    const issuer = `${request.protocol}://${request.host}`;
    const { text, token } = await app.tokens.issue({ client, actsFor, scopes, issuer });
    return {
      access_token: text,
      token_type: 'Bearer' as const,
      expires_in: Math.max(1, Math.floor((token.expiresAt - app.clock.now()) / 1_000)),
      scope: scopes.join(' '),
      issued_token_type: ACCESS_TOKEN,
    };
  }

  /** What a client gets for a token of somebody else: never more than both of them have. */
  async function exchanged(form: Form, client: ApiClient): Promise<Wanted> {
    if (form.subject_token === undefined) throw new OauthError('invalid_request', 'subject_token is missing');
    if (!SUBJECT_TYPES.includes(form.subject_token_type ?? ''))
      throw new OauthError('invalid_request', 'subject_token_type is none that is known here');
    if (form.actor_token !== undefined)
      throw new OauthError('invalid_request', 'the client itself is the actor');
    if (form.requested_token_type !== undefined && form.requested_token_type !== ACCESS_TOKEN)
      throw new OauthError('invalid_request', 'only access tokens are issued');
    if (form.audience !== undefined && form.audience !== AUDIENCE)
      throw new OauthError('invalid_target', 'tokens are issued for this program only');
    const { live } = app.desk;
    const facts = { live, keys: app.issuerKeys, clock: app.clock };
    const subject = await readSubject(form.subject_token, client, facts);
    if (subject.kind === 'refused')
      throw new OauthError('invalid_request', `the subject_token: ${subject.reason}`);
    if (subject.kind === 'client') {
      const other = subject.client.permissions;
      return {
        actsFor: subject,
        most: client.permissions.filter((permission) => other.includes(permission)),
      };
    }
    const both = clientRights(live, { client, person: subject.person, scopes: client.permissions });
    return {
      actsFor: subject,
      most: client.permissions.filter((permission) => !isEmpty(both.scope(permission))),
    };
  }
}

function tokenIn({ token }: { readonly token?: string }): string {
  if (token === undefined) throw new OauthError('invalid_request', 'token is missing');
  return token;
}

function factsOf(token: AccessToken) {
  return {
    scope: token.scopes.join(' '),
    client_id: token.clientId,
    sub: token.personId === null ? (token.forClientId ?? token.clientId) : `person-${token.personId}`,
    token_type: 'Bearer',
    iat: token.issuedAt / 1_000,
    exp: token.expiresAt / 1_000,
    aud: AUDIENCE,
    jti: token.id,
  };
}
