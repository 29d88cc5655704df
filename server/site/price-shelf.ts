import type { SessionEnd } from '#core/sessions/session.ts';
import type { SessionId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { type SessionUse, saidBy } from '#core/tariffs/connector-use.ts';
import type { SessionTerms } from '#core/tariffs/session-terms.ts';
import { BELONGS_WITHIN, standsUntil } from '#core/tariffs/stands-until.ts';
import type { SessionCost, TariffChange } from '#core/tariffs/tariff-change.ts';
import type { TariffRecord } from '#core/tariffs/tariff-record.ts';
import { isInForce, type TariffRule } from '#core/tariffs/tariff-rule.ts';
import type { TariffVersion } from '#core/tariffs/tariff-version.ts';
import type { SavedSite } from '#store/load-site.ts';
import { byId } from './by-id.ts';
import type { UndoLog } from './undo-log.ts';

/** What things cost and who pays, in memory; of sessions only those that were not priced yet, or whose car stands. */
export class PriceShelf {
  /** The removed ones too. */
  readonly tariffs: Map<number, TariffRecord>;
  /** The ended ones too. */
  readonly rules: Map<number, TariffRule>;
  readonly terms: Map<SessionId, SessionTerms>;
  readonly #versions = new Map<number, readonly TariffVersion[]>();
  readonly #uses = new Map<SessionId, readonly SessionUse[]>();
  /** When sessions ended that were priced while their car may still stand: rehearsals ask how long it did. */
  readonly #standing = new Map<SessionId, Instant>();

  constructor(saved: SavedSite) {
    this.tariffs = byId(saved.tariffs);
    this.rules = byId(saved.tariffRules);
    this.terms = new Map(saved.unpricedTerms.map((terms) => [terms.sessionId, terms]));
    for (const version of saved.tariffVersions)
      this.#versions.set(version.tariffId, [...this.versionsOf(version.tariffId), version]);
    for (const use of saved.unpricedUses) this.#uses.set(use.sessionId, [...this.usesOf(use.sessionId), use]);
  }

  /** Of a tariff, oldest first; the withdrawn ones too. */
  versionsOf(tariffId: number): readonly TariffVersion[] {
    return this.#versions.get(tariffId) ?? [];
  }

  version(tariffId: number, number: number | null): TariffVersion | null {
    if (number === null) return null;
    return this.versionsOf(tariffId).find((version) => version.number === number) ?? null;
  }

  /** Whether it is still noted what the connector of a session does. */
  isWatched(session: SessionId): boolean {
    return this.terms.has(session) || this.#standing.has(session);
  }

  /** What the connector of a session did that is watched, in order of time. */
  usesOf(session: SessionId): readonly SessionUse[] {
    return this.#uses.get(session) ?? [];
  }

  /** The rules that count for sessions which start at a moment. */
  rulesAt(at: Instant): readonly TariffRule[] {
    return [...this.rules.values()].filter((rule) => isInForce(rule, at));
  }

  apply(change: TariffChange, undo: UndoLog): void {
    switch (change.kind) {
      case 'save-tariff':
        undo.set(this.tariffs, change.tariff.id, change.tariff);
        break;
      case 'save-tariff-version': {
        const { version } = change;
        const others = this.versionsOf(version.tariffId).filter(({ number }) => number !== version.number);
        const versions = [...others, version].sort((a, b) => a.number - b.number);
        undo.set(this.#versions, version.tariffId, versions);
        break;
      }
      case 'save-tariff-rule':
        undo.set(this.rules, change.rule.id, change.rule);
        break;
      case 'freeze-terms':
        undo.set(this.terms, change.terms.sessionId, change.terms);
        break;
      case 'add-use': {
        const { use } = change;
        // A station may tell late what was earlier.
        const uses = [...this.usesOf(use.sessionId), use].sort((a, b) => a.at - b.at);
        undo.set(this.#uses, use.sessionId, uses);
        break;
      }
      case 'save-cost':
        this.#wasPriced(change.cost, undo);
        break;
      case 'save-usage':
        if (this.#hasLeft(change.sessionId)) this.#forget(change.sessionId, undo);
        break;
      // What lives only in the store.
      case 'add-price':
      case 'price-settled':
        break;
    }
  }

  #wasPriced({ session, price }: SessionCost, undo: UndoLog): void {
    if (price === null) return;
    const { id, end } = session;
    undo.delete(this.terms, id);
    if (end !== null && price.outcome.kind === 'priced' && this.#mayStand(id, { end, at: price.at }))
      undo.set(this.#standing, id, end.at);
    else this.#forget(id, undo);
  }

  /** Its connector has said so, or may be about to. */
  #mayStand(id: SessionId, { end, at }: { readonly end: SessionEnd; readonly at: Instant }): boolean {
    return at - end.receivedAt < BELONGS_WITHIN || standsUntil(end, this.usesOf(id)).kind === 'stands';
  }

  #hasLeft(session: SessionId): boolean {
    const end = this.#standing.get(session);
    const last = this.usesOf(session).at(-1);
    return end !== undefined && last !== undefined && last.at >= end && saidBy(last.status) !== 'car-idle';
  }

  #forget(session: SessionId, undo: UndoLog): void {
    undo.delete(this.#standing, session);
    undo.delete(this.#uses, session);
  }
}
