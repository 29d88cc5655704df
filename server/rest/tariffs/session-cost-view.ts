import type { SessionCost as CostView } from '#api/session-prices.ts';
import type { Session } from '#core/sessions/session.ts';
import type { SessionId } from '#core/shared/ids.ts';
import type { RatedOutcome } from '#core/tariffs/session-price.ts';
import type { SessionCostRow } from '#store/tariffs/tariff-tables.ts';
import type { Application } from '../../application.ts';
import { isModuleOn } from '../../site/modules.ts';
import { liveCost } from '../../tariffs/live-cost.ts';
import { moneyView } from './price-step-view.ts';

export type Costs = ReadonlyMap<SessionId, CostView>;

const NO_TARIFF: CostView = { state: 'no-tariff', currency: null, total: null };

/** What the sessions of a page cost; none where tariffs are switched off. */
export async function costsOf(app: Application, sessions: readonly Session[]): Promise<Costs> {
  if (!isModuleOn(app.desk.live, 'tariffs')) return new Map();
  const rows = await app.store.reads.sessionCosts(sessions.map(({ id }) => id));
  const costs = new Map<SessionId, CostView>();
  for (const session of sessions) costs.set(session.id, await costOf(app, session, rows.get(session.id)));
  return costs;
}

async function costOf(app: Application, stored: Session, row: SessionCostRow | undefined): Promise<CostView> {
  const session = app.desk.live.sessions.byId(stored.id) ?? stored;
  const terms = app.desk.live.prices.terms.get(session.id);
  if (terms !== undefined) return outcomeCost(await liveCost(app, session, terms), session);
  if (row === undefined || row.state === 'open') return NO_TARIFF;
  const { state, currency, excl_vat: exclVat, incl_vat: inclVat } = row;
  const total =
    exclVat === null || inclVat === null ? null : { exclVatMinor: exclVat, inclVatMinor: inclVat };
  // The words of the table are those of the outcomes.
  return { state: state as RatedOutcome['kind'], currency, total };
}

/** Of a session that was not priced yet. */
export function outcomeCost(outcome: RatedOutcome, { end }: Session): CostView {
  if (outcome.kind !== 'priced') return { state: outcome.kind, currency: null, total: null };
  return {
    state: end === null ? 'running' : 'waiting',
    currency: outcome.currency,
    total: moneyView(outcome.total),
  };
}
