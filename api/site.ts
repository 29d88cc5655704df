import { type Static, Type } from 'typebox';
import { Code, FailedAttempts, NewPassword } from './account.ts';
import { MODULES } from './modules.ts';
import { PERMISSIONS } from './permissions.ts';
import { needs, route } from './route.ts';
import { Done, nullable, Time, words } from './schema.ts';

export const Language = Type.Enum(['de', 'en'] as const);
export const AccessMode = Type.Enum(['everybody', 'known-cards'] as const);
const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });

/** Everywhere, at some nodes of the tenant tree, or not at all. */
export const REACHES = ['everywhere', 'somewhere', 'nowhere'] as const;

export const SignedIn = Type.Object({
  name: Type.String(),
  personId: Type.Integer(),
  /** Where the person's record hangs. */
  tenantId: Type.Integer(),
  /** The nodes where the person holds a role. */
  grantedAt: Type.Array(Type.Integer()),
  /** Whose cards and sessions are the person's own. */
  driverId: nullable(Type.Integer()),
  /** How far each permission reaches, so that nothing is offered that would be refused. */
  permissions: Type.Object(
    Object.fromEntries(PERMISSIONS.map((permission) => [permission, words(REACHES)])) as Record<
      (typeof PERMISSIONS)[number],
      ReturnType<typeof words<typeof REACHES>>
    >,
  ),
  /** Nothing else is answered before an own password has been chosen. */
  mustChangePassword: Type.Boolean(),
  /** Attempts under this name that failed and that the person has not taken note of. */
  failedSignIns: nullable(FailedAttempts),
});
export type SignedIn = Static<typeof SignedIn>;

export const Status = Type.Object({
  product: Type.Literal('Ladehaus'),
  version: Type.String(),
  setUp: Type.Boolean({ description: 'Whether the first-run wizard has been done' }),
  demo: Type.Boolean({ description: 'Whether this is the demo site with simulated stations' }),
  language: Language,
  serverTime: Time,
  signedInAs: nullable(SignedIn),
  /** The program whose token was shown. */
  client: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
});
export type Status = Static<typeof Status>;

export const Setup = Type.Object({
  language: Language,
  region: Type.String({ pattern: '^[a-z]{2,3}-[A-Z]{2}$' }),
  siteName: Name,
  timeZone: Type.String({ minLength: 1, maxLength: 64 }),
  ownerName: Name,
  password: NewPassword,
  access: AccessMode,
});
export type Setup = Static<typeof Setup>;

export const Site = Type.Object({
  name: Type.String(),
  language: Language,
  region: Type.String(),
  timeZone: Type.String(),
  access: AccessMode,
  lanOpen: Type.Boolean(),
  /** Asks nothing of stations unless a person does, as conformance tools want it. */
  testToolMode: Type.Boolean(),
  /** Parts of the program that are switched off; what they keep stays. */
  modulesOff: Type.Array(words(MODULES)),
  /** Addresses and networks on the LAN that webhooks may be sent to and issuers' keys fetched from. */
  lanTargets: Type.Array(Type.String()),
  /** The program was started in test-tool mode: the setting changes nothing. */
  testToolForced: Type.Boolean(),
});
export type Site = Static<typeof Site>;

export const SiteChange = Type.Partial(
  Type.Object({
    name: Name,
    language: Language,
    region: Type.String({ pattern: '^[a-z]{2,3}-[A-Z]{2}$' }),
    timeZone: Type.String({ minLength: 1, maxLength: 64 }),
    access: AccessMode,
    lanOpen: Type.Boolean(),
    testToolMode: Type.Boolean(),
    modulesOff: Type.Array(words(MODULES), { uniqueItems: true }),
    lanTargets: Type.Array(Type.String({ minLength: 2, maxLength: 60 }), { maxItems: 100 }),
  }),
  { additionalProperties: false },
);
export type SiteChange = Static<typeof SiteChange>;

/** Where stations and browsers reach this computer. */
export const Network = Type.Object({
  ocppPort: Type.Integer(),
  uiPort: Type.Integer(),
  uiUrls: Type.Array(Type.String()),
  interfaces: Type.Array(
    Type.Object({
      name: Type.String(),
      address: Type.String(),
      /** What to enter in a station; the station's identity is appended. */
      ocppUrl: Type.String(),
      recommended: Type.Boolean(),
    }),
  ),
});
export type Network = Static<typeof Network>;

export const status = route({
  method: 'GET',
  path: '/status',
  area: 'site',
  access: 'public',
  summary: 'What runs here, and who is signed in',
  response: Status,
});

export const setUp = route({
  method: 'POST',
  path: '/setup',
  area: 'site',
  access: 'before-setup',
  summary: 'First start: name the site and its owner, and sign the owner in',
  body: Setup,
  response: Status,
  status: 201,
});

export const signIn = route({
  method: 'POST',
  path: '/sign-in',
  area: 'site',
  access: 'public',
  summary: 'Sign in with name and password, and a code where one is asked for; answers with a cookie',
  body: Type.Object({
    name: Type.String({ maxLength: 100 }),
    password: Type.String({ maxLength: 200 }),
    code: Type.Optional(Code),
  }),
  response: Status,
});

export const signOut = route({
  method: 'POST',
  path: '/sign-out',
  area: 'site',
  access: 'newcomer',
  summary: 'Sign out',
  response: Done,
});

export const getSite = route({
  method: 'GET',
  path: '/site',
  area: 'site',
  access: 'signed-in',
  summary: 'Settings of the site',
  response: Site,
});

export const changeSite = route({
  method: 'PATCH',
  path: '/site',
  area: 'site',
  access: needs('settings.write', 'root'),
  summary: 'Change settings of the site; what is left out stays',
  body: SiteChange,
  response: Site,
});

export const getNetwork = route({
  method: 'GET',
  path: '/network',
  area: 'site',
  access: needs('stations.read', 'somewhere'),
  summary: 'Addresses for stations and browsers',
  response: Network,
});
