import type { Permission } from '../people/permission.ts';
import type { Person } from '../people/person.ts';
import type { ClientId, PersonId } from '../shared/ids.ts';
import { type Instant, later } from '../shared/units.ts';
import { type ApiClient, isInUse } from './client.ts';
import type { RevokedToken } from './erp-change.ts';

/** What an access token of ours says, once its signature has been checked. */
export interface AccessToken {
  /** Its `jti`. */
  readonly id: string;
  readonly clientId: ClientId;
  /** For whom the client acts; null when for itself. */
  readonly personId: PersonId | null;
  /** Another client on whose behalf it was issued; null when there is none. */
  readonly forClientId: ClientId | null;
  readonly scopes: readonly Permission[];
  /** On a full second, as `expiresAt`. */
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
}

export interface TokenFacts {
  readonly clients: ReadonlyMap<ClientId, ApiClient>;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly revoked: ReadonlyMap<string, RevokedToken>;
  readonly now: Instant;
}

export type TokenState = 'good' | 'expired' | 'revoked' | 'client-gone' | 'person-gone';

/** Whether a token counts at this moment: it may have been good a second ago. */
export function stateOfToken(token: AccessToken, facts: TokenFacts): TokenState {
  if (token.expiresAt <= facts.now) return 'expired';
  if (facts.revoked.has(token.id)) return 'revoked';
  for (const id of [token.clientId, token.forClientId]) {
    const state = id === null ? 'good' : stateForClient(token, facts.clients.get(id));
    if (state !== 'good') return state;
  }
  if (token.personId === null) return 'good';
  const person = facts.people.get(token.personId);
  return person === undefined || person.disabledAt !== null ? 'person-gone' : 'good';
}

/** The moment from which a new token of a client counts: on a full second, and after all that were ended. */
export function issueMoment({ tokensFrom }: ApiClient, now: Instant): Instant {
  const second = later(now, -(now % 1_000));
  return second < tokensFrom ? tokensFrom : second;
}

function stateForClient({ issuedAt }: AccessToken, client: ApiClient | undefined): TokenState {
  if (client === undefined || !isInUse(client)) return 'client-gone';
  return issuedAt < client.tokensFrom ? 'revoked' : 'good';
}
