import { type Card, numbersOf } from '#core/access/card.ts';
import type { CardUid } from '#core/access/card-uid.ts';
import type { Change } from '#core/changes.ts';
import type { LogKind } from '#core/logbook/entry.ts';
import { type CardId, cardId, type DriverId, type TenantId, type VehicleId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided } from '../site/site-desk.ts';
import { checkNumber, type NumberTaken } from './card-numbers.ts';
import { assignmentLine, newAssignment } from './change-assignments.ts';
import { blockedSince, type Changing, changeWord, removedSince } from './change-word.ts';

/** What a person says of a card; what is left out stays. */
export type CardWish = Partial<
  Omit<Card, 'id' | 'uid' | 'spellings' | 'addedAt' | 'blockedAt' | 'removedAt'>
>;

export interface NewCard {
  readonly uid: CardUid;
  readonly wish: CardWish & { readonly tenantId: TenantId };
  /** Whose card it is from now on. */
  readonly driverId: DriverId | null;
  readonly vehicleId: VehicleId | null;
  /** Takes the number although another card may be written the same way. */
  readonly anyway: boolean;
  readonly by: string;
}

/** What became of a card that somebody wants to have a number. */
export type CardOutcome = { readonly kind: 'done'; readonly card: Card } | NumberTaken;

/** Adds a card, with who and what it is assigned to. */
export function addCard(app: Application, added: NewCard): Promise<CardOutcome> {
  const { uid, wish, driverId, vehicleId, anyway, by } = added;
  return app.desk.decide<CardOutcome>((live) => {
    const check = checkNumber(live, uid, { anyway });
    if (check.kind !== 'free') return { value: check, changes: [] };
    const now = app.clock.now();
    const card: Card = {
      label: '',
      holder: '',
      groupIds: [],
      validFrom: null,
      expiresAt: null,
      maxConcurrent: 1,
      parentTag: null,
      ...wish,
      id: cardId(live.nextId('card')),
      uid,
      spellings: [],
      addedAt: now,
      blockedAt: null,
      removedAt: null,
    };
    const line = { kind: 'card-added', now, by } as const;
    if (driverId === null && vehicleId === null) return done(card, line);
    const assignment = newAssignment(live, { cardId: card.id, driverId, vehicleId, from: null, to: null });
    const told = { kind: 'assignment-added', now, by } as const;
    return done(card, line, [
      { kind: 'save-assignment', assignment },
      assignmentLine(live, { assignment, card }, told),
    ]);
  });
}

/** Changes, blocks, removes or brings back a card; brought back it must still be the only one with its number. */
export function changeCard(
  app: Application,
  id: CardId,
  { wish, blocked, removed, by }: Changing<CardWish>,
): Promise<CardOutcome> {
  return app.desk.decide<CardOutcome>((live) => {
    const known = live.access.cards.get(id);
    if (known === undefined) throw new Error(`There is no card ${id}`);
    const now = app.clock.now();
    const card: Card = {
      ...known,
      ...wish,
      blockedAt: blockedSince(known, blocked, now),
      removedAt: removedSince(known, removed, now),
    };
    if (removed === false)
      for (const number of numbersOf(card)) {
        const check = checkNumber(live, number, { anyway: true, except: id });
        if (check.kind !== 'free') return { value: check, changes: [] };
      }
    return done(card, { kind: `card-${changeWord({ blocked, removed })}`, now, by });
  });
}

/** What a decision about a card comes to, with its line in the logbook. */
export function done(
  card: Card,
  {
    kind,
    now,
    by,
    facts = {},
  }: {
    readonly kind: LogKind;
    readonly now: Instant;
    readonly by: string;
    readonly facts?: Readonly<Record<string, string>>;
  },
  more: readonly Change[] = [],
): Decided<CardOutcome> {
  return {
    value: { kind: 'done', card },
    changes: [
      { kind: 'save-card', card },
      logLine(now, kind, {
        actor: by,
        tenantId: card.tenantId,
        facts: { card: card.uid, holder: card.holder, ...facts },
      }),
      ...more,
    ],
    told: [{ kind: 'card' }, { kind: 'access' }, { kind: 'log' }],
  };
}
