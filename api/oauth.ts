import { Type } from 'typebox';
import { route } from './route.ts';

/** Forms of OAuth carry what they need; other fields are ignored (RFC 6749 §3.2). */
const Form = { additionalProperties: true } as const;
const Word = Type.String({ maxLength: 20_000 });
const ClientInForm = {
  client_id: Type.Optional(Word),
  client_secret: Type.Optional(Word),
};

export const issueToken = route({
  method: 'POST',
  path: '/oauth/token',
  area: 'erp',
  access: 'public',
  form: true,
  summary: 'Get an access token: client credentials (RFC 6749 §4.4) or token exchange (RFC 8693)',
  body: Type.Object(
    {
      grant_type: Type.Optional(Word),
      scope: Type.Optional(Word),
      subject_token: Type.Optional(Word),
      subject_token_type: Type.Optional(Word),
      ...ClientInForm,
    },
    Form,
  ),
  response: Type.Object({
    access_token: Type.String(),
    token_type: Type.Literal('Bearer'),
    expires_in: Type.Integer({ description: 'In seconds' }),
    scope: Type.String(),
    issued_token_type: Type.String(),
  }),
});

export const revokeToken = route({
  method: 'POST',
  path: '/oauth/revoke',
  area: 'erp',
  access: 'public',
  form: true,
  summary: 'End an access token of your own (RFC 7009)',
  body: Type.Object({ token: Type.Optional(Word), ...ClientInForm }, Form),
  response: Type.Object({}),
});

export const introspectToken = route({
  method: 'POST',
  path: '/oauth/introspect',
  area: 'erp',
  access: 'public',
  form: true,
  summary: 'Ask what an access token of your own is good for (RFC 7662)',
  body: Type.Object({ token: Type.Optional(Word), ...ClientInForm }, Form),
  response: Type.Object({
    active: Type.Boolean(),
    scope: Type.Optional(Type.String()),
    client_id: Type.Optional(Type.String()),
    sub: Type.Optional(Type.String()),
    token_type: Type.Optional(Type.String()),
    iat: Type.Optional(Type.Integer()),
    exp: Type.Optional(Type.Integer()),
    aud: Type.Optional(Type.String()),
    jti: Type.Optional(Type.String()),
  }),
});

export const listSigningKeys = route({
  method: 'GET',
  path: '/oauth/jwks',
  area: 'erp',
  access: 'public',
  summary: 'The public keys of this site’s tokens (RFC 7517)',
  response: Type.Object({ keys: Type.Array(Type.Record(Type.String(), Type.String())) }),
});
