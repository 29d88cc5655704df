import type { Session } from '../sessions/session.ts';
import type { SessionId } from '../shared/ids.ts';
import type { SessionUse } from './connector-use.ts';
import type { SessionPrice } from './session-price.ts';
import type { SessionTerms } from './session-terms.ts';
import type { SoldUsage } from './sold-usage.ts';
import type { TariffRecord } from './tariff-record.ts';
import type { TariffRule } from './tariff-rule.ts';
import type { TariffVersion } from './tariff-version.ts';

/** Changes of what things cost, and who pays. */
export type TariffChange =
  | { readonly kind: 'save-tariff'; readonly tariff: TariffRecord }
  /** A new version, or one that is withdrawn; the database refuses any other change of one. */
  | { readonly kind: 'save-tariff-version'; readonly version: TariffVersion }
  | { readonly kind: 'save-tariff-rule'; readonly rule: TariffRule }
  | { readonly kind: 'freeze-terms'; readonly terms: SessionTerms }
  | { readonly kind: 'add-use'; readonly use: SessionUse }
  | { readonly kind: 'add-price'; readonly price: SessionPrice }
  | { readonly kind: 'save-cost'; readonly cost: SessionCost }
  | { readonly kind: 'save-usage'; readonly sessionId: SessionId; readonly usage: SoldUsage }
  /** All that is known of a session stands in its price. */
  | { readonly kind: 'price-settled'; readonly sessionId: SessionId };

const KINDS: Readonly<Record<TariffChange['kind'], true>> = {
  'save-tariff': true,
  'save-tariff-version': true,
  'save-tariff-rule': true,
  'freeze-terms': true,
  'add-use': true,
  'add-price': true,
  'save-cost': true,
  'save-usage': true,
  'price-settled': true,
};

export function isTariffChange(change: { readonly kind: string }): change is TariffChange {
  return Object.hasOwn(KINDS, change.kind);
}

/** What lists and sums need of a session's price: always the latest. */
export interface SessionCost {
  readonly session: Session;
  readonly terms: SessionTerms | null;
  /** Null until it was priced. */
  readonly price: SessionPrice | null;
}

/** A session has begun that somebody pays for. */
export function begunOnTerms(session: Session, terms: SessionTerms): readonly TariffChange[] {
  return [
    { kind: 'freeze-terms', terms },
    { kind: 'save-cost', cost: { session, terms, price: null } },
  ];
}

/** A session was priced, for the first time or again; `usage` is null where what it used had no say in it. */
export function wasPriced(
  session: Session,
  price: SessionPrice,
  usage: SoldUsage | null,
): readonly TariffChange[] {
  return [
    { kind: 'add-price', price },
    { kind: 'save-cost', cost: { session, terms: price.terms, price } },
    ...(usage === null ? [] : [{ kind: 'save-usage', sessionId: session.id, usage } as const]),
  ];
}
