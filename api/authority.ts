import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { nullable, Time } from './schema.ts';

/** The site's own certificate authority, and what it has made for this program. */
export const Authority = Type.Object({
  /** What stations must name as organisation (CpoName). */
  organisation: Type.String(),
  serial: Type.String(),
  /** SHA-256 over the certificate, as technicians compare it. */
  fingerprint: Type.String(),
  createdAt: Time,
  validUntil: Time,
  /** Where stations and technicians get the root without signing in. */
  downloadUrls: Type.Array(Type.String()),
  /** Port for stations over TLS; null when it is off. */
  tlsPort: nullable(Type.Integer()),
  /** Names and addresses that a person has added to those of this machine. */
  addedNames: Type.Array(Type.String()),
  /** False when the file with which its keys are encrypted is missing or another one. */
  readable: Type.Boolean(),
  serverCertificates: Type.Array(
    Type.Object({
      algorithm: Type.Enum(['rsa', 'ecdsa'] as const),
      serial: Type.String(),
      names: Type.Array(Type.String()),
      issuedAt: Time,
      renewAt: Time,
      validUntil: Time,
    }),
  ),
});
export type Authority = Static<typeof Authority>;

export const getAuthority = route({
  method: 'GET',
  path: '/authority',
  area: 'site',
  access: needs('stations.read', 'somewhere'),
  summary: 'The certificate authority of the site and its server certificates; made when first asked for',
  response: Authority,
});

export const replaceAuthority = route({
  method: 'POST',
  path: '/authority',
  area: 'site',
  access: needs('settings.write', 'root'),
  summary:
    'Make a new authority, because the keys of the old one are lost; every station over TLS needs its root',
  response: Authority,
});

export const downloadRoot = route({
  method: 'GET',
  path: '/authority/root',
  area: 'site',
  access: 'public',
  summary: 'The public root certificate, to be installed in stations',
  query: Type.Object({ format: Type.Optional(Type.Enum(['pem', 'der'] as const)) }),
  response: Type.String(),
  alsoProduces: ['application/x-pem-file', 'application/pkix-cert'],
});

export const renewServerCertificates = route({
  method: 'POST',
  path: '/authority/server-certificates',
  area: 'site',
  access: needs('settings.write', 'root'),
  summary: 'Make new server certificates now, also for the given names; open connections stay',
  body: Type.Object({
    names: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 253, pattern: '^[A-Za-z0-9.:-]+$' }), {
        maxItems: 20,
      }),
    ),
  }),
  response: Authority,
});
