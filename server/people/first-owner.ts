import { isOwner } from '#core/people/owners.ts';
import type { Person } from '#core/people/person.ts';
import type { LiveSite } from '../site/live-site.ts';

/** Who is signed in where nobody has to: whoever sits at this computer could take everything anyway. */
export function firstOwner({ people, roles }: LiveSite): Person | undefined {
  return [...people.values()].find((person) => isOwner(person, roles));
}
