import type { Card } from '#core/access/card.ts';
import type { Driver } from '#core/access/driver.ts';
import { cardId } from '#core/shared/ids.ts';
import { heldBy } from '../../access/access-facts.ts';
import { holderNamed } from '../../access/holder-of.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { ApiProblem } from '../problem.ts';

/** Whose card or car it is, for whoever may see it; of its drivers, those whom the same may see. */
export function seenHolder({ desk, clock }: Application, uid: string, caller: Caller): string | null {
  const held = heldBy(desk.live, uid);
  const tenant = (held.card ?? held.recognised)?.tenantId;
  if (tenant === undefined || !caller.can('access.read', tenant)) return null;
  const sees = (driver: Driver) => caller.can('access.read', driver.tenantId);
  return holderNamed(desk.live, held, { at: clock.now(), sees });
}

/** A card that a body names. To whoever may not even see it, there is none. */
export function seenCard({ desk }: Application, id: number, caller: Caller): Card {
  const card = desk.live.access.cards.get(cardId(id));
  if (card !== undefined && caller.can('access.read', card.tenantId)) return card;
  throw new ApiProblem('not-found', { detail: `card ${id}` });
}
