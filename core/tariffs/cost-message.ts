import type { WattHours } from '../shared/units.ts';
import { decimalsOf, MICROS_PER_UNIT, type MinorUnits } from './amounts.ts';
import type { RatedOutcome } from './session-price.ts';
import type { Tariff } from './tariff.ts';

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
  readonly idlePrice?: { readonly graceMinutes: number; readonly hourPrice: number };
}

export interface RunningFacts {
  readonly transactionId: number;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly register: WattHours;
  readonly isIdle: boolean;
  readonly tariff: Tariff;
  readonly outcome: Extract<RatedOutcome, { readonly kind: 'priced' }>;
}

/** With the prices that count now: the last that the session was charged in each dimension. */
export function runningCost(facts: RunningFacts): RunningCost {
  const { transactionId, timestamp, register, isIdle, tariff, outcome } = facts;
  const { blocking } = tariff;
  return {
    transactionId,
    timestamp,
    meterValue: Math.round(register),
    cost: shownAmount(outcome.total.inclVat, outcome.currency),
    state: isIdle ? 'Idle' : 'Charging',
    chargingPrice: {
      kWhPrice: latestPrice(outcome, 'energy'),
      hourPrice: latestPrice(outcome, 'time'),
      flatFee: latestPrice(outcome, 'flat'),
    },
    ...(blocking === null
      ? {}
      : {
          idlePrice: {
            graceMinutes: blocking.grace.of === 'idle' ? Math.round(blocking.grace.ms / 60_000) : 0,
            hourPrice: blocking.perHour / MICROS_PER_UNIT,
          },
        }),
  };
}

/** For a display, which takes JSON numbers: never reckoned with. */
export function shownAmount(amount: MinorUnits, currency: string): number {
  return amount / 10 ** decimalsOf(currency);
}

function latestPrice(outcome: RunningFacts['outcome'], dimension: 'energy' | 'time' | 'flat'): number {
  let latest: { readonly until: number; readonly price: number } | null = null;
  for (const step of outcome.steps) {
    if (step.kind !== 'component' || step.dimension !== dimension) continue;
    const until = step.parts.at(-1)?.to ?? 0;
    if (latest === null || until > latest.until) latest = { until, price: step.price };
  }
  return (latest?.price ?? 0) / MICROS_PER_UNIT;
}
