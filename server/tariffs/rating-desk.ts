import type { Session, SessionEnd } from '#core/sessions/session.ts';
import type { SessionId } from '#core/shared/ids.ts';
import { elapsed, HOUR, type Instant } from '#core/shared/units.ts';
import type { MinorUnits } from '#core/tariffs/amounts.ts';
import type { SessionUse } from '#core/tariffs/connector-use.ts';
import { rateSession } from '#core/tariffs/rate-session.ts';
import type { PricedBecause, SessionPrice } from '#core/tariffs/session-price.ts';
import type { SessionTerms } from '#core/tariffs/session-terms.ts';
import { BELONGS_WITHIN, standsUntil } from '#core/tariffs/stands-until.ts';
import type { Application } from '../application.ts';
import { moneyEnergyOf } from '../eichrecht/money-energy.ts';
import { createTurns } from '../in-turn.ts';
import { isModuleOn } from '../site/modules.ts';
import { fixedTotal } from './fixed-total.ts';
import { type Priced, pricedChanges } from './priced-changes.ts';
import { createPricedMemory } from './priced-memory.ts';
import { ratingFacts, tariffOf } from './rating-facts.ts';
import { frozenTerms, knownUses } from './session-terms-of.ts';
import { termsOfSession } from './terms-of-session.ts';
import { waitingGroups } from './waiting-groups.ts';

/** How a person has a session priced again. */
export type RatingWish =
  | { readonly kind: 'again' }
  /** By what counts for its start by now. */
  | { readonly kind: 'choose-anew' }
  | { readonly kind: 'waive' }
  | { readonly kind: 'fix'; readonly inclVat: MinorUnits };

export interface RatingDesk {
  /** Something has happened to a session: it is priced once it has ended, and again where that says something else. */
  look(id: SessionId): void;
  /** Prices a session again by a person's word. */
  rateAgain(session: Session, order: RatingOrder): Promise<SessionPrice>;
  /** Looks again at what waits for a person: a key was pinned, the program was away. */
  lookAtHeld(): Promise<void>;
  /** Looks at all that wait, such as for a station that does not come back. */
  tick(): Promise<void>;
  /** Resolves when nothing waits for its turn any more. */
  settled(): Promise<void>;
}

export interface RatingOrder {
  readonly wish: RatingWish;
  readonly by: string;
  readonly note: string;
}

/** What waits longer than behind so many others waits for its person. */
const MOST_HELD = 1_000;
/** A station that has been away for so long says no more when the car has left. */
const LONGEST_AWAY = HOUR;

/**
 * The one place where sessions are priced, one after the other: what is free in a month is used up in order. Those of many
 * that wait and have nothing to do with each other are priced together.
 */
export function openRatingDesk(app: Application): RatingDesk {
  const inTurn = createTurns();
  const waiting = new Set<SessionId>();
  let last: Promise<unknown> = Promise.resolve();
  const { live } = app.desk;
  const priced = createPricedMemory(live);

  return {
    look: (id) => lookAtAll([id]),
    rateAgain: (session, order) => inTurn('price', () => rateAgain(session, order)),
    async lookAtHeld() {
      for (const id of await app.store.reads.heldSessions(MOST_HELD)) lookAtAll([id]);
      await last;
    },
    async tick() {
      // One group after the other: a person who asks meanwhile has a turn in between.
      for (const group of waitingGroups(live)) {
        lookAtAll(group);
        await last;
      }
    },
    async settled() {
      await last;
    },
  };

  /** What concerns them all at once is asked of the store in one go, and kept in one. */
  function lookAtAll(ids: readonly SessionId[]): void {
    const mine = ids.filter((id) => !waiting.has(id));
    if (mine.length === 0) return;
    for (const id of mine) waiting.add(id);
    last = inTurn('price', async () => {
      await Promise.all(
        mine.map(async (id) => {
          waiting.delete(id);
          await rateIfDue(id).catch((error: unknown) =>
            app.log.error({ err: error, sessionId: id }, 'session not priced'),
          );
        }),
      );
    });
  }

  async function rateIfDue(id: SessionId): Promise<void> {
    if (!isModuleOn(live, 'tariffs') || priced.isUnchanged(id)) return;
    const session = live.sessions.byId(id) ?? (await app.store.reads.session(id));
    if (session === null || session.end === null) return;
    const terms = await frozenTerms(app, session);
    if (terms === null) return;
    const before = (await app.store.reads.sessionPrices(id)).at(-1) ?? null;
    if (before === null && (await stillStands(session, terms))) return;
    const seen = priced.look(id);
    // An amount that a person has said is not taken back by a late message.
    if (before?.outcome.kind === 'fixed' || (before?.outcome.kind === 'waived' && before.by !== null)) return;
    const { outcome, sold } = await outcomeOf(session, before?.terms ?? terms);
    if (before !== null && isSame(before.outcome, outcome)) return;
    const because: PricedBecause =
      before === null ? 'ended' : session.decision !== null ? 'decided' : 'late-values';
    const price = await keep(session, {
      number: (before?.number ?? 0) + 1,
      terms: before?.terms ?? terms,
      outcome,
      because,
      by: null,
      note: '',
      sold,
    });
    priced.note(price, seen);
  }

  async function rateAgain(session: Session, { wish, by, note }: RatingOrder): Promise<SessionPrice> {
    const before = (await app.store.reads.sessionPrices(session.id)).at(-1);
    // By what it was priced last; before that, by what it began with.
    const known = before === undefined ? await frozenTerms(app, session) : before.terms;
    const terms = wish.kind === 'choose-anew' ? termsOfSession(live, session) : known;
    const { outcome, sold } = await wished(session, terms, wish);
    const number = (before?.number ?? 0) + 1;
    return keep(session, { number, terms, outcome, because: 'asked', by, note, sold });
  }

  async function wished(session: Session, terms: SessionTerms | null, wish: RatingWish) {
    switch (wish.kind) {
      case 'again':
      case 'choose-anew':
        return outcomeOf(session, terms);
      case 'waive':
        return { outcome: { kind: 'waived' } as const, sold: [] };
      case 'fix': {
        const { energy } = await moneyEnergyOf(app, session, terms?.metering);
        return { outcome: fixedTotal(tariffOf(app, terms), wish.inclVat, energy), sold: [] };
      }
    }
  }

  async function outcomeOf(session: Session, terms: SessionTerms | null) {
    const { energy, mayPriceTime, sold } = await moneyEnergyOf(app, session, terms?.metering);
    const facts = await ratingFacts(app, session, terms);
    const outcome = rateSession({ ...facts, energy, mayPriceTime });
    return { outcome, sold: outcome.kind === 'priced' ? sold : [] };
  }

  /** Time in which a full car stands may be paid: the price waits until it has left. */
  async function stillStands(session: Session, terms: SessionTerms): Promise<boolean> {
    const tariff = tariffOf(app, terms);
    const paysIdle =
      tariff !== null &&
      (tariff.blocking !== null ||
        tariff.elements.some(({ components }) =>
          components.some(({ dimension }) => dimension === 'parking'),
        ));
    if (session.end === null || !paysIdle) return false;
    if (live.sessions.openAt(session.stationId, session.connectorId) !== null) return false;
    const uses = await knownUses(app, session);
    if (isTooEarly(session.end, uses, app.clock.now())) return true;
    if (uses.at(-1)?.status !== 'Offline') return standsUntil(session.end, uses).kind === 'stands';
    const away = app.stations.offlineSince(session.stationId);
    return away !== null && elapsed(away, app.clock.now()) < LONGEST_AWAY;
  }

  function keep(session: Session, wish: Omit<Priced, 'at'>): Promise<SessionPrice> {
    return app.desk.decide(() => pricedChanges(session, { ...wish, at: app.clock.now() }));
  }
}

/** A station that has just told its stop is about to say what its connector does now. */
function isTooEarly(end: SessionEnd, uses: readonly SessionUse[], now: Instant): boolean {
  const last = uses.at(-1);
  if (last === undefined || last.status === 'Offline' || last.at >= end.at) return false;
  const isLate = elapsed(end.at, end.receivedAt) > BELONGS_WITHIN;
  return !isLate && elapsed(end.receivedAt, now) < BELONGS_WITHIN;
}

/** Both are as the database would give them back. */
function isSame(before: SessionPrice['outcome'], outcome: SessionPrice['outcome']): boolean {
  return JSON.stringify(before) === JSON.stringify(outcome);
}
