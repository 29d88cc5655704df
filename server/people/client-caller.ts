import type { AccessToken } from '#core/erp/access-token.ts';
import type { ApiClient } from '#core/erp/client.ts';
import { type ClientRightsFacts, isPermittedToClient, scopeOfClient } from '#core/erp/client-rights.ts';
import type { Permission } from '#core/people/permission.ts';
import type { Person } from '#core/people/person.ts';
import type { LiveSite } from '../site/live-site.ts';
import type { Caller } from './caller.ts';
import { rightsFactsOf } from './rights-facts.ts';

interface Acting {
  readonly client: ApiClient;
  /** For whom it acts; null when for itself. */
  readonly person: Person | null;
  readonly scopes: readonly Permission[];
}

/** A program with a token as a caller. */
export function tokenCaller(live: LiveSite, token: AccessToken): Caller {
  const client = live.erp.clients.get(token.clientId);
  if (client === undefined) throw new Error(`There is no client ${token.clientId}`);
  const person = token.personId === null ? null : (live.people.get(token.personId) ?? null);
  return {
    name: person === null ? client.name : `${person.name} (${client.name})`,
    who: { kind: 'client', client, person, token },
    ...clientRights(live, { client, person, scopes: token.scopes }),
  };
}

/** What a client may with some scopes. Looked up anew at each question: what is taken away counts at once. */
export function clientRights(
  live: LiveSite,
  { client, person, scopes }: Acting,
): Pick<Caller, 'can' | 'scope'> {
  const facts = (): ClientRightsFacts => ({
    client: live.erp.clients.get(client.id) ?? client,
    scopes,
    onBehalf: person === null ? null : rightsFactsOf(live, person.id),
    tree: live.tenants,
  });
  return {
    can: (permission, at) => isPermittedToClient(facts(), permission, at),
    scope: (permission) => scopeOfClient(facts(), permission),
  };
}
