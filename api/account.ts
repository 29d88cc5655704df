import { type Static, Type } from 'typebox';
import { QrCode } from './address-card.ts';
import { route } from './route.ts';
import { Done, nullable, Time, words } from './schema.ts';

export const BROWSERS = ['window', 'edge', 'opera', 'chrome', 'firefox', 'safari', 'other'] as const;
export const SYSTEMS = ['windows', 'android', 'ios', 'macos', 'linux', 'other'] as const;
export const SECOND_FACTOR_STATES = ['off', 'begun', 'on'] as const;

/** A password as it is typed, to prove who one is; what a new one must be like is said elsewhere. */
const Password = Type.String({ maxLength: 200 });
export const NewPassword = Type.String({ minLength: 10, maxLength: 200 });
/** Six digits from the phone, or one of the recovery codes; blanks and dashes do not matter. */
export const Code = Type.String({ minLength: 6, maxLength: 40 });

export const FailedAttempts = Type.Object({
  count: Type.Integer(),
  since: Time,
});
export type FailedAttempts = Static<typeof FailedAttempts>;

export const Account = Type.Object({
  name: Type.String(),
  email: Type.String(),
  secondFactor: Type.Object({
    state: words(SECOND_FACTOR_STATES),
    /** How many codes for a lost phone are left. */
    recoveryCodesLeft: Type.Integer(),
  }),
  lastSignedInAt: nullable(Time),
});
export type Account = Static<typeof Account>;

/** A browser or window where somebody is signed in. */
export const SignIn = Type.Object({
  id: Type.String(),
  browser: words(BROWSERS),
  system: words(SYSTEMS),
  address: Type.String(),
  since: Time,
  /** To within ten minutes. */
  lastSeenAt: Time,
  expiresAt: Time,
  /** Whether it is the one that asks. */
  isThis: Type.Boolean(),
});
export type SignIn = Static<typeof SignIn>;

export const SignIns = Type.Object({ items: Type.Array(SignIn) });

/** What a phone needs to make codes (RFC 6238). It is shown once. */
export const SecondFactorKey = Type.Object({
  /** `otpauth://…`, for a QR code. */
  uri: Type.String(),
  /** The same secret in Base32, to type. */
  secret: Type.String(),
  /** The address as a QR code; a secret has no place in the address of a request for one. */
  qr: QrCode,
});
export type SecondFactorKey = Static<typeof SecondFactorKey>;

export const RecoveryCodes = Type.Object({ codes: Type.Array(Type.String()) });
export type RecoveryCodes = Static<typeof RecoveryCodes>;

export const changePassword = route({
  method: 'POST',
  path: '/password',
  area: 'account',
  access: 'newcomer',
  summary: 'Change the own password; other windows are signed out',
  body: Type.Object({ current: Password, next: NewPassword }),
  response: Done,
});

export const getAccount = route({
  method: 'GET',
  path: '/account',
  area: 'account',
  access: 'signed-in',
  summary: 'Whoever asks, and how the account is protected',
  response: Account,
});

export const seeFailedSignIns = route({
  method: 'POST',
  path: '/account/failed-sign-ins/seen',
  area: 'account',
  access: 'signed-in',
  summary: 'Take note of failed attempts to sign in under the own name',
  response: Done,
});

export const beginSecondFactor = route({
  method: 'POST',
  path: '/account/second-factor',
  area: 'account',
  access: 'signed-in',
  summary: 'Get a key for codes from a phone; it counts once a first code has confirmed it',
  body: Type.Object({ password: Password }),
  response: SecondFactorKey,
  status: 201,
});

export const confirmSecondFactor = route({
  method: 'POST',
  path: '/account/second-factor/confirm',
  area: 'account',
  access: 'signed-in',
  summary:
    'Confirm the key with a first code; from now on codes are asked for. Gives the recovery codes, once',
  body: Type.Object({ code: Code }),
  response: RecoveryCodes,
});

export const turnOffSecondFactor = route({
  method: 'POST',
  path: '/account/second-factor/off',
  area: 'account',
  access: 'signed-in',
  summary: 'Sign in with the password alone again',
  body: Type.Object({ password: Password }),
  response: Done,
});

export const renewRecoveryCodes = route({
  method: 'POST',
  path: '/account/second-factor/recovery-codes',
  area: 'account',
  access: 'signed-in',
  summary: 'Get new recovery codes; the old ones no longer count',
  body: Type.Object({ password: Password }),
  response: RecoveryCodes,
});

export const listOwnSignIns = route({
  method: 'GET',
  path: '/account/sign-ins',
  area: 'account',
  access: 'signed-in',
  summary: 'Where one is signed in',
  response: SignIns,
});

export const endOwnSignIn = route({
  method: 'DELETE',
  path: '/account/sign-ins/{signInId}',
  area: 'account',
  access: 'signed-in',
  summary: 'Sign out another browser of one’s own',
  params: Type.Object({ signInId: Type.String({ maxLength: 60 }) }),
  response: Done,
});

export const endOtherSignIns = route({
  method: 'POST',
  path: '/account/sign-ins/end-others',
  area: 'account',
  access: 'signed-in',
  summary: 'Sign out everywhere else',
  response: Done,
});
