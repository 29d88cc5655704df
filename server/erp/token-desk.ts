import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { type AccessToken, issueMoment, stateOfToken, type TokenState } from '#core/erp/access-token.ts';
import type { ApiClient } from '#core/erp/client.ts';
import { MOST_TOKEN_LIFE } from '#core/erp/signing-key.ts';
import { PERMISSIONS, type Permission } from '#core/people/permission.ts';
import type { Person } from '#core/people/person.ts';
import { clientId, personId } from '#core/shared/ids.ts';
import { instant, later } from '#core/shared/units.ts';
import type { Clock } from '../clock.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { loadJose } from './load-jose.ts';
import type { SigningKeyRing } from './signing-key-ring.ts';

/** For whom our tokens are: the API of a site. Its keys tell one site from another. */
export const AUDIENCE = 'urn:ladehaus:api';

/** For whom a client acts: itself, or somebody whose token it has exchanged. */
export type ActsForWhom =
  | { readonly kind: 'itself' }
  | { readonly kind: 'client'; readonly client: ApiClient }
  | { readonly kind: 'person'; readonly person: Person };

export interface TokenWish {
  readonly client: ApiClient;
  readonly scopes: readonly Permission[];
  readonly actsFor: ActsForWhom;
  /** The origin under which it was asked. */
  readonly issuer: string;
}

export interface IssuedToken {
  readonly text: string;
  readonly token: AccessToken;
}

/** `read` is what the token says; only a `good` one may be acted upon. */
export type ReadToken =
  | { readonly kind: 'read'; readonly state: TokenState; readonly token: AccessToken }
  | { readonly kind: 'not-ours' };

/** Where access tokens are issued, read, and ended (RFC 9068). */
export interface TokenDesk {
  issue(wish: TokenWish): Promise<IssuedToken>;
  /** What a token says. `not-ours` is whatever we have not signed in this form for ourselves. */
  read(text: string): Promise<ReadToken>;
  stateOf(token: AccessToken): TokenState;
  /** Resolves when it is stored. */
  revoke(token: AccessToken): Promise<void>;
}

export interface TokenDeskFacts {
  readonly desk: SiteDesk;
  readonly keys: SigningKeyRing;
  readonly clock: Clock;
  /** Whether an origin is one under which this program is reached. */
  readonly isOwnOrigin: (origin: string) => boolean;
}

export function openTokenDesk({ desk, keys, clock, isOwnOrigin }: TokenDeskFacts): TokenDesk {
  const { live } = desk;
  return {
    async issue({ client, scopes, actsFor, issuer }) {
      const { SignJWT } = await loadJose();
      const { kid, key } = await keys.signer();
      const issuedAt = issueMoment(client, clock.now());
      const expiresAt = later(issuedAt, MOST_TOKEN_LIFE);
      const id = randomUUID();
      const subject = subjectOf(client, actsFor);
      const text = await new SignJWT({
        client_id: client.id,
        scope: scopes.join(' '),
        // RFC 8693 §4.1: who acts for the subject.
        ...(actsFor.kind === 'itself' ? {} : { act: { sub: client.id } }),
      })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setSubject(subject)
        .setIssuedAt(issuedAt / 1_000)
        .setExpirationTime(expiresAt / 1_000)
        .setJti(id)
        .sign(key);
      const token: AccessToken = {
        id,
        clientId: client.id,
        ...whoIsMeant(client.id, subject),
        scopes,
        issuedAt,
        expiresAt,
      };
      return { text, token };
    },

    async read(text) {
      const { jwtVerify } = await loadJose();
      try {
        const { payload } = await jwtVerify(text, ({ kid }) => keyNamed(kid), {
          algorithms: ['ES256'],
          typ: 'at+jwt',
          audience: AUDIENCE,
          requiredClaims: ['iss', 'sub', 'client_id', 'scope', 'iat', 'exp', 'jti'],
          // Whether its time is over is said by its state.
          currentDate: new Date(0),
        });
        const token = isOwnOrigin(payload.iss ?? '') ? tokenFrom(payload) : null;
        return token === null ? { kind: 'not-ours' } : { kind: 'read', token, state: stateOf(token) };
      } catch (error) {
        if (isRefusal(error)) return { kind: 'not-ours' };
        throw error;
      }
    },

    stateOf,

    async revoke({ id, expiresAt }) {
      await desk.decide(() => ({
        value: undefined,
        changes: [
          { kind: 'revoke-token', token: { id, expiresAt } },
          ...[...live.erp.revokedTokens.values()]
            .filter((old) => old.expiresAt <= clock.now())
            .map((old) => ({ kind: 'forget-revoked-token', id: old.id }) as const),
        ],
      }));
    },
  };

  function stateOf(token: AccessToken): TokenState {
    const { clients, revokedTokens } = live.erp;
    return stateOfToken(token, { clients, people: live.people, revoked: revokedTokens, now: clock.now() });
  }

  function keyNamed(kid: string | undefined) {
    const key = kid === undefined ? null : keys.publicKey(kid);
    if (key === null) throw new UnknownKey('no key of ours');
    return key;
  }
}

/** The `sub` of a token. Clients are named by chance in hexadecimal letters, so none is taken for a person. */
function subjectOf(client: ApiClient, actsFor: ActsForWhom): string {
  switch (actsFor.kind) {
    case 'itself':
      return client.id;
    case 'client':
      return actsFor.client.id;
    case 'person':
      return `person-${actsFor.person.id}`;
  }
}

function whoIsMeant(client: string, subject: string): Pick<AccessToken, 'personId' | 'forClientId'> {
  const person = /^person-(\d{1,15})$/.exec(subject)?.[1];
  if (person !== undefined) return { personId: personId(Number(person)), forClientId: null };
  return { personId: null, forClientId: subject === client ? null : clientId(subject) };
}

class UnknownKey extends Error {}

/** Everything that is wrong with a token has a code of the library; anything else is a bug. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof UnknownKey ||
    (error instanceof Error && 'code' in error && /^ERR_J/.test(String(error.code)))
  );
}

/** Null when the claims are not of the kind that we write. */
function tokenFrom(payload: JWTPayload): AccessToken | null {
  const { jti, sub, iat, exp, client_id: client, scope } = payload;
  if (typeof jti !== 'string' || typeof client !== 'string' || typeof scope !== 'string') return null;
  if (sub === undefined || iat === undefined || exp === undefined) return null;
  return {
    id: jti,
    clientId: clientId(client),
    ...whoIsMeant(client, sub),
    scopes: permissionsIn(scope),
    issuedAt: instant(iat * 1_000),
    expiresAt: instant(exp * 1_000),
  };
}

/** The permissions that a `scope` names (RFC 6749 §3.3). Words that are none of ours are left out. */
export function permissionsIn(scope: string): readonly Permission[] {
  const named = new Set(scope.split(' '));
  return PERMISSIONS.filter((permission) => named.has(permission));
}
