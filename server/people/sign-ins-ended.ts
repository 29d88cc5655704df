import type { Change } from '#core/changes.ts';
import type { Person } from '#core/people/person.ts';
import type { Instant } from '#core/shared/units.ts';
import { logLine } from '../site/log-line.ts';

/** The line for a person who has been signed out of some windows. */
export function signInsEnded(
  { name, tenantId }: Person,
  { by, now }: { readonly by: string; readonly now: Instant },
): Change {
  return logLine(now, 'sign-ins-ended', { actor: by, tenantId, facts: { person: name } });
}
