import type { Session } from '#core/sessions/session.ts';
import type { SessionId } from '#core/shared/ids.ts';
import type { MinorUnits } from '#core/tariffs/amounts.ts';
import type { HeldReason, SessionPrice } from '#core/tariffs/session-price.ts';
import type { SessionTerms } from '#core/tariffs/session-terms.ts';
import { StoreFailure } from '#store/store-failure.ts';
import type { Application } from '../application.ts';
import { moneyEnergyOf } from '../eichrecht/money-energy.ts';
import { createTurns } from '../in-turn.ts';
import { isModuleOn } from '../site/modules.ts';
import { fixedTotal } from './fixed-total.ts';
import { type Finding, foundChanges } from './found-changes.ts';
import { createPricedMemory, type Seen } from './priced-memory.ts';
import { type LookCause, outcomeOf, type RatedResult, ratedBy } from './rate-case.ts';
import { type RatingCase, ratingCases } from './rating-cases.ts';
import { termsOfSession } from './terms-of-session.ts';
import { waitingGroups } from './waiting-groups.ts';

/** How a person has a session priced again. */
export type RatingWish =
  | { readonly kind: 'again' }
  /** The same, but by what its station is allowed and bound to by now. */
  | { readonly kind: 'with-flags-of-now' }
  /** By what counts for its start by now. */
  | { readonly kind: 'choose-anew' }
  | { readonly kind: 'waive' }
  | { readonly kind: 'fix'; readonly inclVat: MinorUnits };

export interface RatingDesk {
  /** Something has happened to a session: it is priced once it has ended, and again where that says something else. */
  look(id: SessionId): void;
  /** Prices a session again by a person's word. Gives the price that counts then. */
  rateAgain(session: Pick<Session, 'id'>, order: RatingOrder): Promise<SessionPrice>;
  /** Looks again at what waits for a person: a key was pinned, the program was away. */
  lookAtHeld(): Promise<void>;
  /** Looks at all that wait, such as for a station that does not come back, and at what was marked and not priced since. */
  tick(): Promise<void>;
  /** Begins nothing more by itself, and resolves when what has begun is kept; what still waits is priced after the next start. */
  close(): Promise<void>;
}

export interface RatingOrder {
  readonly wish: RatingWish;
  readonly by: string;
  readonly note: string;
  /** Where it no longer waits for this, or would go on doing so, nothing is written. */
  readonly onlyHeldFor?: HeldReason;
}

/** While so many groups are on their way to the disk, the next one waits: they are written together. */
const MOST_KEEPING = 3;

/** What waits longer than behind so many others waits for its person. */
const MOST_HELD = 1_000;
/** The others come with the next tick. */
const MOST_DUE = 1_000;

/**
 * The one place where sessions are priced, one after the other: what is free in a month is used up in order. Those of many
 * that wait and have nothing to do with each other are priced together.
 */
export function openRatingDesk(app: Application): RatingDesk {
  const inTurn = createTurns();
  const waiting = new Set<SessionId>();
  let last: Promise<unknown> = Promise.resolve();
  /** Groups whose prices are on their way to the disk. */
  const keeping = new Set<Promise<void>>();
  let isClosed = false;
  const { live } = app.desk;
  const priced = createPricedMemory(live);

  return {
    look: (id) => lookAt(id, 'late-values'),
    rateAgain: (session, order) => takeTurn(() => rateAgain(session, order)),
    async lookAtHeld() {
      const held = await app.store.reads.heldPrices({ tenants: null, limit: MOST_HELD });
      for (const { sessionId } of held) lookAt(sessionId, 'looked-again');
      await last;
    },
    async tick() {
      // One group after the other: a person who asks meanwhile has a turn in between.
      const [first, ...others] = waitingGroups(live);
      let next = first === undefined ? null : lookUp(first);
      for (const group of [...others, null]) {
        const mine = next;
        // While one group is priced, the one before it is kept and the next one is read.
        next = group === null || isClosed ? null : lookUp(group);
        if (mine !== null) last = mine.seen.size === 1 ? takeTurn(() => rate(mine)) : rateTogether(mine);
        await last;
      }
      await Promise.all(keeping);
      await lookAtDue();
    },
    async close() {
      isClosed = true;
      for (let seen: unknown = null; seen !== last; ) {
        seen = last;
        await last;
      }
      await Promise.all(keeping);
    },
  };

  /** A turn begins when all that was priced before is kept. */
  function takeTurn<T>(task: () => Promise<T>): Promise<T> {
    return inTurn('price', async () => {
      await Promise.all(keeping);
      return task();
    });
  }

  /** What became known while the program ended, the disk failed, or nobody priced anything. */
  async function lookAtDue(): Promise<void> {
    if (isClosed || !isModuleOn(live, 'tariffs')) return;
    for (const id of await app.store.reads.duePrices(MOST_DUE))
      await takeTurn(async () => {
        if (!isClosed) await rate(lookUp([id]));
      });
  }

  function lookAt(id: SessionId, cause: LookCause): void {
    // Mostly the news of its own price.
    if (isClosed || waiting.has(id) || priced.isUnchanged(id)) return;
    waiting.add(id);
    last = takeTurn(async () => {
      waiting.delete(id);
      if (!priced.isUnchanged(id)) await rate(lookUp([id], cause));
    });
  }

  /** Reads all of them together. */
  function lookUp(ids: readonly SessionId[], cause: LookCause = 'late-values'): LookedUp {
    const seen = new Map(ids.map((id) => [id, priced.look(id)]));
    const cases = ratingCases(app, ids);
    // Whoever prices them hears of it.
    cases.catch(() => undefined);
    return { seen, cases, cause };
  }

  async function rate(mine: LookedUp): Promise<void> {
    if (!isModuleOn(live, 'tariffs')) return;
    try {
      await keepAll(mine, await findingsOf(mine));
    } catch (error) {
      await rateEach(mine, error);
    }
  }

  /** Of a group that asks for nothing which another one uses up: the next one need not wait for the disk. */
  function rateTogether(mine: LookedUp): Promise<void> {
    return inTurn('price', async () => {
      if (!isModuleOn(live, 'tariffs')) return;
      if (keeping.size >= MOST_KEEPING) await Promise.race(keeping);
      const findings = findingsOf(mine);
      const kept = findings
        .then((all) => keepAll(mine, all))
        .catch((error: unknown) => rateEach(mine, error))
        .finally(() => keeping.delete(kept));
      keeping.add(kept);
      await Promise.allSettled([findings]);
    });
  }

  /**
   * One of them must not keep all others from their price. Groups that come later may be on their way meanwhile: nothing in a group of
   * several asks for what another one uses up.
   */
  async function rateEach({ seen }: LookedUp, error: unknown): Promise<void> {
    const [id] = seen.keys();
    if (isClosed) return;
    // A disk that takes nothing takes none of them: they come with the next tick.
    const isOfStore = error instanceof StoreFailure && error.kind !== 'constraint';
    if (seen.size === 1) app.log.error({ err: error, sessionId: id }, 'session not priced');
    else if (isOfStore) app.log.error({ err: error, sessions: seen.size }, 'sessions not priced');
    else for (const one of seen.keys()) await rate(lookUp([one]));
  }

  async function findingsOf({ cases, cause }: LookedUp): Promise<readonly Finding[]> {
    const findings: Finding[] = [];
    for (const found of await cases) {
      const finding =
        (await ratedBy(app, found, cause)) ?? (cause === 'late-values' ? unchanged(found) : null);
      if (finding !== null) findings.push(finding);
    }
    return findings;
  }

  async function keepAll({ seen }: LookedUp, findings: readonly Finding[]): Promise<void> {
    const isSettled = (id: SessionId) => seen.get(id)?.session === live.sessions.byId(id);
    for (const price of await keep(findings, isSettled)) {
      const looked = seen.get(price.sessionId);
      if (looked !== undefined) priced.note(price, looked);
    }
  }

  async function rateAgain({ id }: Pick<Session, 'id'>, order: RatingOrder): Promise<SessionPrice> {
    const { wish, by, note, onlyHeldFor } = order;
    const [found] = await ratingCases(app, [id]);
    if (found === undefined) throw new Error(`There is no session ${id}`);
    const { session, before } = found;
    const isOnly = onlyHeldFor !== undefined && before !== null;
    // A person may have decided while this waited for its turn.
    if (isOnly && !isHeldFor(before, onlyHeldFor)) return before;
    const terms = termsBy(found, wish);
    const result = await wished(found, terms, wish);
    if (isOnly && isHeldFor(result, onlyHeldFor)) return before;
    const number = (before?.number ?? 0) + 1;
    const asked = { session, number, terms, because: 'asked', by, note, ...result } as const;
    const [price] = await keep([{ kind: 'priced', priced: asked }], () => false);
    if (price === undefined) throw new Error(`Session ${id} was not priced`);
    return price;
  }

  function termsBy({ session, before, terms }: RatingCase, { kind }: RatingWish): SessionTerms | null {
    if (kind === 'choose-anew') return termsOfSession(live, session);
    // By what it was priced last; before that, by what it began with.
    const known = before === null ? terms : before.terms;
    const station = kind === 'with-flags-of-now' ? live.stations.get(session.stationId) : undefined;
    return known === null || station === undefined ? known : { ...known, metering: station.metering };
  }

  async function wished(
    found: RatingCase,
    terms: SessionTerms | null,
    wish: RatingWish,
  ): Promise<RatedResult> {
    switch (wish.kind) {
      case 'again':
      case 'with-flags-of-now':
      case 'choose-anew':
        return outcomeOf(app, found, terms);
      case 'waive':
        return { outcome: { kind: 'waived' }, usage: null, sold: [] };
      case 'fix': {
        const { energy } = await moneyEnergyOf(app, found.session, terms?.metering);
        const { inclVat } = wish;
        return { outcome: fixedTotal(app, terms, { inclVat, energy }), usage: null, sold: [] };
      }
    }
  }

  async function keep(
    findings: readonly Finding[],
    isSettled: (id: SessionId) => boolean,
  ): Promise<readonly SessionPrice[]> {
    if (findings.length === 0) return [];
    return app.desk.decide(() => foundChanges(findings, { now: app.clock.now(), isSettled }));
  }
}

/** Of one that was never priced, nor decided on, nobody has marked anything. */
function unchanged({ session, before }: RatingCase): Finding | null {
  return before === null && session.decision === null ? null : { kind: 'unchanged', sessionId: session.id };
}

function isHeldFor({ outcome }: Pick<SessionPrice, 'outcome'>, reason: HeldReason): boolean {
  return outcome.kind === 'held' && outcome.reason === reason;
}

/** What sessions were like when they were looked up, and what is being read of them. */
interface LookedUp {
  readonly seen: ReadonlyMap<SessionId, Seen>;
  readonly cases: Promise<readonly RatingCase[]>;
  readonly cause: LookCause;
}
