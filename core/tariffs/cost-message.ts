import { MINUTE, type Milliseconds, type WattHours } from '../shared/units.ts';
import { type BasisPoints, decimalsOf, MICROS_PER_UNIT, type MinorUnits } from './amounts.ts';
import { discounted, hourOfBlocking, type PricesNow, priceWithTax, type TaxedPrice } from './prices-at.ts';
import type { RatedOutcome } from './session-price.ts';
import type { Dimension, Grace, Tariff } from './tariff.ts';

/** Under which name stations take prices for their display (OCA, OCPP & California Pricing Requirements v3.1). */
export const COST_VENDOR = 'org.openchargealliance.costmsg';

/** What a running session costs, for the station's display. Never a bill. */
export interface RunningCost {
  readonly transactionId: number;
  readonly timestamp: string;
  readonly meterValue: number;
  readonly cost: number;
  readonly state: 'Charging' | 'Idle';
  readonly chargingPrice: { readonly kWhPrice: number; readonly hourPrice: number; readonly flatFee: number };
  /** Left out where standing costs nothing. */
  readonly idlePrice?: { readonly graceMinutes: number; readonly hourPrice: number };
}

export interface RunningFacts {
  readonly transactionId: number;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly register: WattHours;
  readonly isIdle: boolean;
  /** From the start until the car wanted nothing more, or until now. */
  readonly chargedFor: Milliseconds;
  readonly tariff: Tariff;
  /** Of whoever charges. */
  readonly discount: BasisPoints;
  /** What a session pays that begins now. */
  readonly now: PricesNow;
  readonly outcome: Extract<RatedOutcome, { readonly kind: 'priced' }>;
}

/**
 * With the prices that count now, tax and discount reckoned in as they are in the cost: the last that the session was
 * charged in each dimension, else what a session pays that begins now.
 */
export function runningCost(facts: RunningFacts): RunningCost {
  const { transactionId, timestamp, register, isIdle, outcome } = facts;
  const idle = idlePrice(facts);
  return {
    transactionId,
    timestamp,
    meterValue: Math.round(register),
    cost: shownAmount(outcome.total.inclVat, outcome.currency),
    state: isIdle ? 'Idle' : 'Charging',
    chargingPrice: {
      kWhPrice: shownPrice(facts, [latestOf(facts, 'energy')]),
      hourPrice: shownPrice(facts, [latestOf(facts, 'time')]),
      flatFee: shownPrice(facts, [lastCharged(outcome, 'flat')]),
    },
    ...(idle === null ? {} : { idlePrice: idle }),
  };
}

/** Whoever stands pays the price of parking from the first minute, and the blocking fee on top once its grace is over. */
function idlePrice(facts: RunningFacts): Required<RunningCost>['idlePrice'] | null {
  const { blocking } = facts.tariff;
  const parking = latestOf(facts, 'parking');
  const hourPrice = shownPrice(facts, [parking, blocking === null ? null : hourOfBlocking(blocking)]);
  if (hourPrice === 0) return null;
  const isFreeAtFirst = blocking !== null && (parking === null || parking.price === 0);
  return { graceMinutes: isFreeAtFirst ? graceMinutes(blocking.grace, facts) : 0, hourPrice };
}

/** From when the car wants nothing more; what is free after the start of a session has begun to run out by then. */
function graceMinutes({ of, ms }: Grace, { chargedFor }: RunningFacts): number {
  return Math.round(Math.max(0, of === 'idle' ? ms : ms - chargedFor) / MINUTE);
}

/** For a display, which takes JSON numbers: never reckoned with. */
export function shownAmount(amount: MinorUnits, currency: string): number {
  return amount / 10 ** decimalsOf(currency);
}

/** For a display: the sum of some prices as they are paid. */
function shownPrice({ tariff, discount }: RunningFacts, prices: readonly (TaxedPrice | null)[]): number {
  const paid = prices.map((one) => (one === null ? 0 : discounted(priceWithTax(one, tariff), discount)));
  return paid.reduce<number>((sum, one) => sum + one, 0) / MICROS_PER_UNIT;
}

/** What is left of the free energy of a month costs nothing, whatever others would pay now. */
function latestOf(
  { outcome, now }: RunningFacts,
  dimension: 'energy' | 'time' | 'parking',
): TaxedPrice | null {
  const charged = lastCharged(outcome, dimension);
  const isFree = dimension === 'energy' && outcome.steps.some(({ kind }) => kind === 'free-energy');
  return charged !== null || isFree ? charged : (now.get(dimension) ?? null);
}

function lastCharged(outcome: RunningFacts['outcome'], dimension: Dimension): TaxedPrice | null {
  let latest: { readonly until: number; readonly step: TaxedPrice } | null = null;
  for (const step of outcome.steps) {
    if (step.kind !== 'component' || step.dimension !== dimension || step.reservation !== null) continue;
    if (step.quantity === 0) continue;
    const until = step.parts.at(-1)?.to ?? 0;
    if (latest === null || until > latest.until) latest = { until, step };
  }
  return latest?.step ?? null;
}
