import type { RightsFacts } from '#core/people/scope.ts';
import type { PersonId } from '#core/shared/ids.ts';
import type { LiveSite } from '../site/live-site.ts';

/** What the rights of a person follow from, as it is now. Whoever is not there, or no longer, may nothing. */
export function rightsFactsOf(live: LiveSite, id: PersonId): RightsFacts {
  return { grants: live.people.get(id)?.grants ?? [], ownRoles: live.roles, tree: live.tenants };
}
