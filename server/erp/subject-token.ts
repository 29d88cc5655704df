import type { JWTPayload, JWTVerifyOptions } from 'jose';
import { type ApiClient, isInUse } from '#core/erp/client.ts';
import type { ActsFor, TrustedIssuer } from '#core/erp/trusted-issuer.ts';
import type { Person } from '#core/people/person.ts';
import { isWithin } from '#core/tenants/tenant-tree.ts';
import type { Clock } from '../clock.ts';
import type { LiveSite } from '../site/live-site.ts';
import type { IssuerKeyShelf } from './issuer-keys.ts';
import { loadJose } from './load-jose.ts';

/** For whom a token of somebody else speaks here. */
export type Subject =
  | { readonly kind: 'client'; readonly client: ApiClient }
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'refused'; readonly reason: string };

export interface SubjectFacts {
  readonly live: LiveSite;
  readonly keys: IssuerKeyShelf;
  readonly clock: Clock;
}

/** Signatures that are believed: never `none`, and never a shared secret. */
const ALGORITHMS = ['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA'];
const TYPES = [undefined, 'jwt', 'at+jwt'];
const LEEWAY_S = 60;

/**
 * Reads a token of a trusted issuer that a client wants to exchange (RFC 8693 §2.1, RFC 8725). Keys are looked for among
 * those that are known of the issuer: what a token says of where its key lies is not read.
 */
export async function readSubject(
  text: string,
  client: ApiClient,
  { live, keys, clock }: SubjectFacts,
): Promise<Subject> {
  const { createLocalJWKSet, decodeJwt, decodeProtectedHeader, errors, jwtVerify } = await loadJose();
  try {
    const { kid, typ } = decodeProtectedHeader(text);
    if (!TYPES.includes(typ?.toLowerCase().replace(/^application\//, '')))
      return refused('its typ is another');
    const { iss } = decodeJwt(text);
    const issuers = issuersFor(live, client).filter(({ issuer }) => issuer === iss);
    let outcome = refused('its issuer is not trusted');
    for (const issuer of issuers) {
      const options: JWTVerifyOptions = {
        algorithms: ALGORITHMS,
        issuer: issuer.issuer,
        audience: issuer.audience,
        requiredClaims: ['exp', 'iat'],
        clockTolerance: LEEWAY_S,
        currentDate: new Date(clock.now()),
      };
      const keySet = await keys.keysFor(issuer, kid);
      try {
        const { payload } = await jwtVerify(
          text,
          createLocalJWKSet({ keys: keySet.keys.map(asJwk) }),
          options,
        );
        return isFromTheFuture(payload, clock)
          ? refused('its iat lies ahead')
          : subjectOf(live, { issuer, payload, asking: client });
      } catch (error) {
        if (!(error instanceof errors.JOSEError)) throw error;
        outcome = refused(error.code);
      }
    }
    return outcome;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError)
      return refused('it is no signed JWT');
    throw error;
  }
}

/** Issuers that a client may bring tokens of: those of its node and above. */
function issuersFor({ erp, tenants }: LiveSite, client: ApiClient): readonly TrustedIssuer[] {
  return [...erp.issuers.values()].filter(
    ({ disabledAt, removedAt, tenantId }) =>
      disabledAt === null && removedAt === null && isWithin(tenants, client.tenantId, tenantId),
  );
}

function asJwk(key: Readonly<Record<string, unknown>>) {
  return { ...key, kty: String(key.kty) };
}

function isFromTheFuture({ iat }: JWTPayload, clock: Clock): boolean {
  return iat !== undefined && iat > clock.now() / 1_000 + LEEWAY_S;
}

interface Claimed {
  readonly issuer: TrustedIssuer;
  readonly payload: JWTPayload;
  /** The client that brings the token. */
  readonly asking: ApiClient;
}

function subjectOf(live: LiveSite, { issuer, payload, asking }: Claimed): Subject {
  const { actsFor } = issuer;
  if (actsFor.kind === 'person') return personNamed(live, issuer, wordOf(payload, actsFor));
  const client = live.erp.clients.get(actsFor.clientId);
  if (client === undefined || !isInUse(client)) return refused('whom it acts for is gone');
  return isWithin(live.tenants, asking.tenantId, client.tenantId)
    ? { kind: 'client', client }
    : refused('whom it acts for may nothing at the node of the client');
}

/** Whoever manages an issuer says what its tokens claim: only people of its own node and below can be meant. */
function personNamed({ people, tenants }: LiveSite, issuer: TrustedIssuer, word: string | null): Subject {
  if (word === null) return refused('it names no person');
  const isNamed = ({ name, email }: Person) =>
    (issuer.actsFor.kind === 'person' && issuer.actsFor.claim === 'email' ? email : name).toLowerCase() ===
    word;
  const [person, other] = [...people.values()].filter(
    (one) => isNamed(one) && one.disabledAt === null && isWithin(tenants, one.tenantId, issuer.tenantId),
  );
  if (person === undefined) return refused('nobody here is the person it names');
  // Two with one address: nobody can say who is meant.
  return other === undefined ? { kind: 'person', person } : refused('several people are what it names');
}

function wordOf(
  payload: JWTPayload,
  { claim }: Extract<ActsFor, { readonly kind: 'person' }>,
): string | null {
  // An address that anybody could have typed names nobody.
  if (claim === 'email' && payload.email_verified === false) return null;
  const word = payload[claim];
  return typeof word === 'string' && word.trim() !== '' ? word.trim().toLowerCase() : null;
}

function refused(reason: string): Subject {
  return { kind: 'refused', reason };
}
