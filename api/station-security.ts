import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { Done, nullable, Time, words } from './schema.ts';
import { StationParams } from './stations.ts';

/** What the logbook says about a security profile. */
export const SECURITY_STATES = [
  'set',
  'asked',
  'accepted',
  'in-force',
  'with-new-key',
  'refused',
  'no-answer',
] as const;
/** What became of a new key on its way to a station. */
export const KEY_STATES = ['asked', 'accepted', 'waiting', 'refused', 'no-answer'] as const;
/** What was found in a station's request for a certificate. */
export const REQUEST_STATES = [
  'right',
  'unreadable',
  'wrong-signature',
  'weak-key',
  'wrong-name',
  'wrong-organisation',
  'too-many',
] as const;
export const CERTIFICATE_STATES = ['requested', 'installed', 'refused', 'replaced', 'revoked'] as const;
export const ROOT_USES = ['CentralSystemRootCertificate', 'ManufacturerRootCertificate'] as const;

/** 0 open, 1 password, 2 password over TLS, 3 certificates on both sides (OCPP 1.6 security paper). */
const Profile = Type.Integer({ minimum: 0, maximum: 3 });

const StationCertificate = Type.Object({
  serial: Type.String(),
  commonName: Type.String(),
  state: words(CERTIFICATE_STATES),
  requestedAt: Time,
  /** Null until it is signed. */
  validUntil: nullable(Time),
  /** Whether the station may prove itself with it. */
  inForce: Type.Boolean(),
});

export const StationSecurity = Type.Object({
  profile: Profile,
  /** How it is connected now; null while it is not. */
  line: nullable(
    Type.Object({
      encrypted: Type.Boolean(),
      version: nullable(Type.String()),
      cipher: nullable(Type.String()),
    }),
  ),
  /** A higher profile it was asked to take; both are accepted until it has come with it. */
  upgrade: nullable(
    Type.Object({
      to: Profile,
      state: Type.Enum(['asked', 'accepted', 'no-answer'] as const),
      at: Time,
      by: Type.String(),
    }),
  ),
  /** A key on its way to it; both are accepted until one is proven. */
  newKey: nullable(
    Type.Object({
      state: Type.Enum(['asked', 'accepted', 'no-answer'] as const),
      at: Time,
      by: Type.String(),
    }),
  ),
  /** What its certificate must name: its serial number. */
  commonName: Type.String(),
  certificates: Type.Array(StationCertificate),
});
export type StationSecurity = Static<typeof StationSecurity>;

/** How a station names a root it has (security paper, CertificateHashDataType). */
const RootHash = Type.Object({
  hashAlgorithm: Type.Enum(['SHA256', 'SHA384', 'SHA512'] as const),
  issuerNameHash: Type.String({ minLength: 1, maxLength: 128 }),
  issuerKeyHash: Type.String({ minLength: 1, maxLength: 128 }),
  serialNumber: Type.String({ minLength: 1, maxLength: 40 }),
});

const Wish = {
  method: 'POST',
  area: 'stations',
  access: needs('stations.manage', 'station'),
  params: StationParams,
} as const;

export const getStationSecurity = route({
  method: 'GET',
  path: '/stations/{stationId}/security',
  area: 'stations',
  access: needs('stations.read', 'station'),
  summary: 'Security profile, keys and certificates of a station',
  params: StationParams,
  response: StationSecurity,
});

export const requireProfile = route({
  ...Wish,
  path: '/stations/{stationId}/security/profile',
  summary:
    'Require a security profile from the next connection on, because it was set at the station by hand',
  body: Type.Object({ profile: Profile }),
  response: StationSecurity,
});

export const upgradeProfile = route({
  ...Wish,
  path: '/stations/{stationId}/security/upgrade',
  summary:
    'Have the station take a higher profile; the one it has counts until it has come with the higher one',
  body: Type.Object({ profile: Profile }),
  response: Type.Object({ outcome: Type.Enum(['accepted', 'no-answer'] as const) }),
});

export const rotateKey = route({
  ...Wish,
  path: '/stations/{stationId}/security/key',
  summary: 'Give the station a new key; nobody ever sees it',
  response: Type.Object({ outcome: Type.Enum(['accepted', 'waiting', 'no-answer'] as const) }),
});

export const renewCertificate = route({
  ...Wish,
  path: '/stations/{stationId}/security/certificate',
  summary: 'Have the station ask for a new certificate',
  response: Done,
});

export const listRoots = route({
  method: 'GET',
  path: '/stations/{stationId}/security/roots',
  area: 'stations',
  access: needs('stations.manage', 'station'),
  summary: 'Ask the station which root certificates it has',
  params: StationParams,
  query: Type.Object({ use: words(ROOT_USES) }),
  response: Type.Object({ items: Type.Array(RootHash) }),
});

export const installRoot = route({
  ...Wish,
  path: '/stations/{stationId}/security/roots',
  summary: 'Install a root certificate in the station; without one, that of this site',
  body: Type.Object({
    use: words(ROOT_USES),
    certificate: Type.Optional(
      Type.String({ minLength: 100, maxLength: 5500, pattern: '^\\s*-----BEGIN CERTIFICATE-----' }),
    ),
  }),
  response: Done,
});

export const deleteRoot = route({
  ...Wish,
  path: '/stations/{stationId}/security/roots/delete',
  summary: 'Delete a root certificate from the station, named by exactly what it has told of it',
  body: RootHash,
  response: Done,
});

export const revokeCertificate = route({
  method: 'POST',
  path: '/station-certificates/{serial}/revoke',
  area: 'stations',
  access: needs('stations.manage', 'certificate'),
  summary: 'Revoke the certificate of a station; a station that is connected with it is cut off',
  params: Type.Object({ serial: Type.String({ pattern: '^[0-9a-f]{2,40}$' }) }),
  response: Done,
});
