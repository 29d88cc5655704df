import { type Card, numbersOf } from '#core/access/card.ts';
import type { CardUid } from '#core/access/card-uid.ts';
import type { Change } from '#core/changes.ts';
import { type CardId, cardId, type GroupId, type TenantId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { isWithin } from '#core/tenants/tenant-tree.ts';
import type { Application } from '../application.ts';
import type { LiveSite } from '../site/live-site.ts';
import { checkNumber } from './card-numbers.ts';
import { newAssignment } from './change-assignments.ts';
import { type CardOutcome, done } from './change-cards.ts';

interface NumberWish {
  readonly number: CardUid;
  readonly anyway: boolean;
  readonly by: string;
}

/** Says that a number is a card as another reader writes it. */
export function linkSpelling(
  app: Application,
  id: CardId,
  { number, anyway, by }: NumberWish,
): Promise<CardOutcome> {
  return app.desk.decide<CardOutcome>((live) => {
    const card = knownCard(live, id);
    if (numbersOf(card).includes(number)) return { value: { kind: 'done', card }, changes: [] };
    const check = checkNumber(live, number, { anyway, except: id });
    if (check.kind !== 'free') return { value: check, changes: [] };
    return done(
      { ...card, spellings: [...card.spellings, number] },
      { kind: 'card-spelling-linked', now: app.clock.now(), by, facts: { spelling: number } },
    );
  });
}

/** Takes a spelling away again. */
export function unlinkSpelling(
  app: Application,
  id: CardId,
  { number, by }: { readonly number: CardUid; readonly by: string },
): Promise<CardOutcome> {
  return app.desk.decide<CardOutcome>((live) => {
    const card = knownCard(live, id);
    return done(
      { ...card, spellings: card.spellings.filter((known) => known !== number) },
      { kind: 'card-spelling-unlinked', now: app.clock.now(), by, facts: { spelling: number } },
    );
  });
}

/**
 * Takes another card into this one: its numbers become spellings, and whoever it was assigned to is now assigned to
 * this one. It is removed itself; its sessions go on naming it.
 */
export function mergeCards(
  app: Application,
  { into, from, by }: { readonly into: CardId; readonly from: CardId; readonly by: string },
): Promise<CardOutcome> {
  return app.desk.decide<CardOutcome>((live) => {
    const card = knownCard(live, into);
    const other = knownCard(live, from);
    const now = app.clock.now();
    const merged: Card = {
      ...card,
      spellings: [...new Set([...card.spellings, ...numbersOf(other)])],
      groupIds: [...new Set([...card.groupIds, ...groupsAbove(live, other.groupIds, card.tenantId)])],
      // What kept one of the two from charging keeps both: somebody meant it.
      blockedAt: card.blockedAt ?? other.blockedAt,
      expiresAt: earlier(card.expiresAt, other.expiresAt),
      holder: card.holder === '' ? other.holder : card.holder,
      label: card.label === '' ? other.label : card.label,
    };
    const line = { kind: 'cards-merged', now, by, facts: { other: other.uid } } as const;
    const decided = done(merged, line, takenOver(live, other.id, into));
    // The other one goes first: two cards never have one number at the same time.
    return {
      ...decided,
      changes: [{ kind: 'save-card', card: { ...other, removedAt: now } }, ...decided.changes],
    };
  });
}

/** Puts a new card in the place of a lost one, which is blocked; what was assigned to that is assigned to the new one. */
export function replaceCard(
  app: Application,
  id: CardId,
  { number, anyway, by }: NumberWish,
): Promise<CardOutcome> {
  return app.desk.decide<CardOutcome>((live) => {
    const lost = knownCard(live, id);
    const check = checkNumber(live, number, { anyway });
    if (check.kind !== 'free') return { value: check, changes: [] };
    const now = app.clock.now();
    const card: Card = {
      ...lost,
      id: cardId(live.nextId('card')),
      uid: number,
      spellings: [],
      addedAt: now,
      blockedAt: null,
    };
    const line = { kind: 'card-replaced', now, by, facts: { other: lost.uid } } as const;
    return done(card, line, [
      { kind: 'save-card', card: { ...lost, blockedAt: lost.blockedAt ?? now } },
      ...takenOver(live, lost.id, card.id),
    ]);
  });
}

/** The assignments of one card, for another one as well. */
function takenOver(live: LiveSite, from: CardId, to: CardId): readonly Change[] {
  const already = live.access.assignmentsOf({ kind: 'card', id: to });
  return live.access
    .assignmentsOf({ kind: 'card', id: from })
    .filter(
      ({ driverId, vehicleId, to: end }) =>
        !already.some(
          (known) =>
            known.driverId === driverId &&
            known.vehicleId === vehicleId &&
            (known.to === null || (end !== null && known.to >= end)),
        ),
    )
    .map((assignment) => ({
      kind: 'save-assignment',
      assignment: newAssignment(live, { ...assignment, cardId: to }),
    }));
}

function groupsAbove(
  { access, tenants }: LiveSite,
  ids: readonly GroupId[],
  node: TenantId,
): readonly GroupId[] {
  return ids.filter((id) => {
    const group = access.groups.get(id);
    return group !== undefined && isWithin(tenants, node, group.tenantId);
  });
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function knownCard(live: LiveSite, id: CardId): Card {
  const card = live.access.cards.get(id);
  if (card === undefined) throw new Error(`There is no card ${id}`);
  return card;
}
