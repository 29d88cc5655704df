import type { AccessToken } from '#core/erp/access-token.ts';
import type { ApiClient } from '#core/erp/client.ts';
import type { Permission } from '#core/people/permission.ts';
import type { Person } from '#core/people/person.ts';
import { isPermitted, type Scope, scopeOf } from '#core/people/scope.ts';
import type { TenantId } from '#core/shared/ids.ts';
import type { LiveSite } from '../site/live-site.ts';
import { rightsFactsOf } from './rights-facts.ts';

/** Whoever asks: a person at a window, or a program with a token. Rights are looked up anew at each question. */
export interface Caller {
  /** For the logbook. */
  readonly name: string;
  readonly who: Who;
  /** Whether something is permitted at a node. */
  can(permission: Permission, at: TenantId): boolean;
  /** All nodes where something is permitted. */
  scope(permission: Permission): Scope;
}

export type Who =
  | {
      readonly kind: 'person';
      readonly person: Person;
      /** What the window showed to be let in. */
      readonly token: string;
    }
  | {
      readonly kind: 'client';
      readonly client: ApiClient;
      /** For whom the client acts; null when for itself. */
      readonly person: Person | null;
      readonly token: AccessToken;
    };

export function personCaller(live: LiveSite, person: Person, token: string): Caller {
  // A role that is taken away counts at once, also for who is in the middle of something.
  const facts = () => rightsFactsOf(live, person.id);
  return {
    name: person.name,
    who: { kind: 'person', person, token },
    can: (permission, at) => isPermitted(facts(), permission, at),
    scope: (permission) => scopeOf(facts(), permission),
  };
}
