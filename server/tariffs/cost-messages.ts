import type { LiveEvent } from '#api/events.ts';
import type { CardUid } from '#core/access/card-uid.ts';
import type { Session } from '#core/sessions/session.ts';
import { type SessionId, type StationId, sessionId, stationId } from '#core/shared/ids.ts';
import { elapsed, type Instant, MINUTE, milliseconds } from '#core/shared/units.ts';
import { chooseTariff } from '#core/tariffs/choose-tariff.ts';
import { type SessionUse, saidBy } from '#core/tariffs/connector-use.ts';
import { COST_VENDOR, type RunningCost, runningCost, shownAmount } from '#core/tariffs/cost-message.ts';
import { isClockForbidden } from '#core/tariffs/needs-clock.ts';
import { pricesAt } from '#core/tariffs/prices-at.ts';
import type { SessionTerms } from '#core/tariffs/session-terms.ts';
import { versionAt } from '#core/tariffs/tariff-version.ts';
import { heldBy } from '../access/access-facts.ts';
import { holderAt } from '../access/holder-of.ts';
import type { Application } from '../application.ts';
import type { StationLine } from '../ocpp/station-line.ts';
import { isModuleOn } from '../site/modules.ts';
import { mayBeTold } from '../stations/boot-loop.ts';
import { liveCost } from './live-cost.ts';
import { chargingBy, payerFacts } from './payer-facts.ts';
import { moneyText, priceText } from './price-text.ts';
import { daysOf, tariffOf } from './rating-facts.ts';

/** What was last told of a session, and when. */
interface Told {
  readonly cost: number;
  readonly state: RunningCost['state'];
  readonly at: Instant;
}

/** Nobody reads a display more often. */
const OFTEN_ENOUGH = MINUTE;

/** Drivers look at a display for so long after they have left their car. */
const STILL_LOOKED_AT = milliseconds(10 * MINUTE);
const MOST_FINALS = 1_000;

/**
 * Tells prices to stations that can show them: what somebody pays who was let in, what a session costs so far, and what it
 * cost in the end (OCA, OCPP & California Pricing Requirements v3.1). Only stations are told that report the key.
 */
export function createCostMessages(app: Application): { stop(): void } {
  const { live } = app.desk;
  /** Which card was let in when: whoever holds it again is told again. */
  const prices = new Map<StationId, Instant>();
  const running = new Map<SessionId, Told>();
  /** The number of the price that was told as the last. */
  const finals = new Map<SessionId, number>();
  const refused = new WeakSet<StationLine>();
  const stop = app.events.listen(null, ({ event }) => {
    told(event).catch((error: unknown) => app.log.error({ err: error }, 'price not told to a station'));
  });
  return { stop };

  async function told(event: LiveEvent): Promise<void> {
    if (!isModuleOn(live, 'tariffs') || app.isTestTool()) return;
    if (event.kind === 'held-card') await tellUsers();
    else if (event.kind === 'session')
      await tellSession(sessionId(event.sessionId), stationId(event.stationId));
  }

  /** Whoever was let in a moment ago sees the own price before the start. */
  async function tellUsers(): Promise<void> {
    for (const [station, card] of live.acceptedCards) {
      const line = showing(station);
      if (line === null || prices.get(station) === card.at) continue;
      prices.set(station, card.at);
      const text = priceOf(station, card.uid);
      if (text !== null) await send(line, 'SetUserPrice', { idToken: card.uid, priceText: text });
    }
  }

  async function tellSession(id: SessionId, station: StationId): Promise<void> {
    const terms = live.prices.terms.get(id);
    if (terms === undefined) running.delete(id);
    const line = showing(station);
    const session = line === null ? null : live.sessions.byId(id);
    if (line === null || session === null) return;
    if (terms !== undefined) await tellRunning(line, session, terms);
    else if (session.end !== null) await tellFinal(line, session);
  }

  async function tellRunning(line: StationLine, session: Session, terms: SessionTerms): Promise<void> {
    const tariff = tariffOf(app, terms);
    const outcome = await liveCost(app, session, terms);
    if (tariff === null || outcome.kind !== 'priced') return;
    const at = app.clock.now();
    const fullSince = idleSince(live.prices.usesOf(session.id));
    const message = runningCost({
      transactionId: session.transactionId,
      timestamp: new Date(at).toISOString(),
      register: session.progress.lastRegister ?? session.start.register,
      isIdle: fullSince !== null,
      chargedFor: elapsed(session.start.at, fullSince ?? at),
      tariff,
      discount: terms.extras.discount,
      now: pricesAt(tariff, at, daysOf(terms.timeZone)),
      outcome,
    });
    const before = running.get(session.id);
    const { cost, state } = message;
    const isNew = before?.state !== state;
    if (!isNew && (before.cost === cost || elapsed(before.at, at) < OFTEN_ENOUGH)) return;
    running.set(session.id, { cost, state, at });
    await send(line, 'RunningCost', message);
  }

  async function tellFinal(line: StationLine, session: Session): Promise<void> {
    const price = (await app.store.reads.sessionPrices(session.id)).at(-1);
    if (price?.outcome.kind !== 'priced' || finals.get(session.id) === price.number) return;
    // What was priced long ago is on nobody's display any more.
    if (elapsed(price.at, app.clock.now()) > STILL_LOOKED_AT) return;
    finals.set(session.id, price.number);
    if (finals.size > MOST_FINALS) finals.delete(finals.keys().next().value ?? session.id);
    const { total, currency } = price.outcome;
    const cost = shownAmount(total.inclVat, currency);
    const { region } = live.site;
    const message = {
      transactionId: session.transactionId,
      cost,
      priceText: moneyText(cost, currency, region),
    };
    await send(line, 'FinalCost', message);
  }

  /** A station on the line that has said that it shows prices. */
  function showing(station: StationId): StationLine | null {
    const line = app.stations.line(station);
    if (line === undefined || refused.has(line) || !mayBeTold(live, line, app.clock.now())) return null;
    const entry = live.configurations.get(station)?.entries.find(({ key }) => key === CAPABILITY);
    return entry?.value?.toLowerCase() === 'true' ? line : null;
  }

  function priceOf(id: StationId, uid: CardUid): string | null {
    const station = live.stations.get(id);
    if (station === undefined) return null;
    const now = app.clock.now();
    const held = heldBy(live, uid);
    const charging = chargingBy(live, { cardId: held.card?.id ?? null, ...holderAt(live, held, now) });
    const facts = payerFacts(live, station, charging);
    const choice = chooseTariff(facts, live.prices.rulesAt(now));
    if (choice.kind === 'no-tariff') return null;
    const version = versionAt(live.prices.versionsOf(choice.rule.tariffId), now);
    const { timeZone, language, region } = live.site;
    // What could not be asked for is told nobody.
    if (version === null || isClockForbidden(version.tariff, station.metering)) return null;
    const { discount } = choice.rule.extras;
    return priceText(version, now, { days: daysOf(timeZone), language, region, discount });
  }

  async function send(line: StationLine, messageId: string, data: object): Promise<void> {
    const request = { vendorId: COST_VENDOR, messageId, data: JSON.stringify(data) };
    const outcome = await line.connection.call('DataTransfer', request);
    if (outcome.kind === 'result' && outcome.response.status === 'UnknownVendorId') refused.add(line);
  }
}

/** When the car began to want nothing; null while it does not say so. */
function idleSince(uses: readonly SessionUse[]): Instant | null {
  let since: Instant | null = null;
  for (const { at, status } of uses) since = saidBy(status) === 'car-idle' ? (since ?? at) : null;
  return since;
}

/** Read-only key by which a station says that it shows prices. */
const CAPABILITY = 'CustomDisplayCostAndPrice';
