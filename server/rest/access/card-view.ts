import type { CardDetail, Card as CardView } from '#api/access.ts';
import { type Card, numbersOf } from '#core/access/card.ts';
import { holderState } from '#core/access/holder-state.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';
import { found } from '../problem.ts';
import { monthUse } from './month-use.ts';
import { assignmentViews, groupRefs, heldRefs, onNode } from './party-refs.ts';

/** Cards as lists show them. */
export async function cardViews(
  app: Application,
  caller: Caller,
  cards: readonly Card[],
): Promise<CardView[]> {
  const { live } = app.desk;
  const numbers = cards.flatMap(numbersOf);
  const useOf = await monthUse(app, { of: 'card', keys: numbers });
  const lastHeld = await app.store.reads.lastHeld(numbers);
  return cards.map((card) => {
    const { drivers, vehicles } = heldRefs(app, caller, { kind: 'card', id: card.id });
    const own = numbersOf(card);
    const held = Math.max(...own.map((number) => lastHeld.get(number) ?? 0));
    return {
      id: card.id,
      ...onNode(live, card.tenantId),
      uid: card.uid,
      spellings: [...card.spellings],
      label: card.label,
      holder: drivers.length === 0 ? card.holder : drivers.map(({ name }) => name).join(', '),
      typedHolder: card.holder,
      groups: groupRefs(live, card.groupIds),
      addedAt: isoTime(card.addedAt),
      validFrom: isoTimeOrNull(card.validFrom),
      blockedAt: isoTimeOrNull(card.blockedAt),
      expiresAt: isoTimeOrNull(card.expiresAt),
      maxConcurrent: card.maxConcurrent,
      parentTag: card.parentTag,
      state: holderState(card, app.clock.now()),
      drivers,
      vehicles,
      lastHeldAt: held === 0 ? null : new Date(held).toISOString(),
      ...useOf(own),
    };
  });
}

/** One card with all that was ever assigned to it. */
export async function cardDetail(app: Application, caller: Caller, card: Card): Promise<CardDetail> {
  const [view] = await cardViews(app, caller, [card]);
  return {
    ...found(view, `card ${card.id}`),
    assignments: assignmentViews(app, caller, { kind: 'card', id: card.id }),
  };
}
