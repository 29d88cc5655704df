import type { LiveEvent } from '#api/events.ts';
import type { Change } from '#core/changes.ts';
import type { Session } from '#core/sessions/session.ts';
import type { SessionId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { RatedOutcome, SessionPrice } from '#core/tariffs/session-price.ts';
import type { SoldUsage } from '#core/tariffs/sold-usage.ts';
import { wasPriced } from '#core/tariffs/tariff-change.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided } from '../site/site-desk.ts';

export interface Priced extends Omit<SessionPrice, 'sessionId' | 'at'> {
  readonly session: Session;
  readonly usage: SoldUsage | null;
  /** What has to be kept with it, so that nothing signed is sold twice. */
  readonly sold: readonly Change[];
}

/** What is to be kept of a session that has ended. */
export type Finding =
  | { readonly kind: 'priced'; readonly priced: Priced }
  /** It costs what it cost; its car stood on, which by another tariff might have cost something. */
  | { readonly kind: 'stood-on'; readonly sessionId: SessionId; readonly usage: SoldUsage }
  /** Nothing that has become known of it changes what it costs. */
  | { readonly kind: 'unchanged'; readonly sessionId: SessionId };

interface Context {
  readonly now: Instant;
  /** Whether a session is still what it was when it was looked at: then all that is known of it stands in its price. */
  readonly isSettled: (session: SessionId) => boolean;
}

/** Stores what was found of sessions, and tells of their prices. What a person has said stands in the logbook. */
export function foundChanges(
  findings: readonly Finding[],
  { now, isSettled }: Context,
): Decided<readonly SessionPrice[]> {
  const prices: SessionPrice[] = [];
  const changes: Change[] = [];
  const told: LiveEvent[] = [];
  for (const finding of findings) {
    const sessionId = finding.kind === 'priced' ? finding.priced.session.id : finding.sessionId;
    if (mayBeDue(finding) && isSettled(sessionId)) changes.push({ kind: 'price-settled', sessionId });
    if (finding.kind === 'stood-on') changes.push({ kind: 'save-usage', sessionId, usage: finding.usage });
    if (finding.kind !== 'priced') continue;
    const { session, usage, sold, ...said } = finding.priced;
    const price: SessionPrice = { sessionId, at: now, ...said };
    prices.push(price);
    changes.push(...wasPriced(session, price, usage), ...sold);
    told.push({ kind: 'session', sessionId: session.id, stationId: session.stationId });
    const line = lineOf(session, price);
    if (line === null) continue;
    changes.push(line);
    told.push({ kind: 'log' });
  }
  return { value: prices, changes, told };
}

/** A first price needs no mark to be found: its cost was open. */
function mayBeDue(finding: Finding): boolean {
  return finding.kind !== 'priced' || finding.priced.number > 1 || finding.priced.session.decision !== null;
}

function lineOf(session: Session, { at, by, note, outcome }: SessionPrice): Change | null {
  const place = {
    stationId: session.stationId,
    connectorId: session.connectorId,
    sessionId: session.id,
  };
  if (by !== null)
    return logLine(at, 'session-priced-anew', {
      ...place,
      actor: by,
      facts: { how: outcome.kind, amount: amountOf(outcome), note },
    });
  // A session in doubt has a line of its own.
  if (outcome.kind !== 'held' || outcome.reason === 'session-in-doubt') return null;
  return logLine(at, 'price-held', { ...place, level: 'attention', facts: { reason: outcome.reason } });
}

/** Gross, in the currency's smallest unit, as text for the book; empty where there is none. */
function amountOf(outcome: RatedOutcome): string {
  if (outcome.kind !== 'priced' && outcome.kind !== 'fixed') return '';
  return `${outcome.total.inclVat} ${outcome.currency}`;
}
