import { expect, test } from 'vitest';
import { sessionId } from '#core/shared/ids.ts';
import { instant, milliseconds } from '#core/shared/units.ts';
import { basisPoints, milliwattHours } from '#core/tariffs/amounts.ts';
import { priceSession } from '#core/tariffs/price-session.ts';
import type { RatedOutcome } from '#core/tariffs/session-price.ts';
import { type PriceCase, randomCases } from '#core/tariffs/testing/random-cases.ts';
import { LongText } from '#store/sqlite/batch-texts.ts';
import { packOutcome, unpackOutcome } from '#store/tariffs/packed-outcome.ts';
import { sessionUsageWrite, unpackUsage } from '#store/tariffs/packed-usage.ts';
import { wallDays } from '../site/wall-days.ts';

const BERLIN = wallDays('Europe/Berlin');

test('whatever a session came to is given back as it was kept, with every step', () => {
  const kinds = new Set<string>();
  for (const { facts, tariff } of randomCases(1_000).flatMap(variants)) {
    const priced = priceSession(facts, tariff, BERLIN);
    if (priced.kind !== 'priced') continue;
    const { total, freeEnergy, steps } = priced;
    for (const { kind } of steps) kinds.add(kind);
    const kept = { kind: 'priced', currency: 'EUR', energy: milliwattHours(1), source: 'measured' } as const;
    const outcome: RatedOutcome = { ...kept, total, freeEnergy, steps };
    expect(unpackOutcome(packOutcome(outcome))).toEqual(outcome);
  }
  expect([...kinds].toSorted()).toEqual([
    ...['blocking', 'component', 'discount', 'free-energy', 'limit', 'rounding', 'tax'],
  ]);
});

test('whatever a session used is given back as it was kept', () => {
  for (const { facts } of randomCases(500)) {
    const metered = facts.periods.filter(({ reserved }) => reserved === 0);
    const periods = metered.map((period, index) => ({
      ...period,
      power: null,
      current: null,
      readings: index % 3 === 0 ? null : { from: instant(period.from - index), to: instant(period.to + 7) },
    }));
    for (const guess of [{}, { longestGuess: milliseconds(0) }]) {
      const usage = { periods, discount: basisPoints(500), ...guess };
      const [, kept] = sessionUsageWrite.row({ sessionId: sessionId(1), usage });
      expect(unpackUsage(kept instanceof LongText ? String(kept.text) : '')).toEqual(usage);
    }
  }
});

/** With a contract too, and by a tariff that rounds at the end alone. */
function variants(one: PriceCase): readonly PriceCase[] {
  const contract = { freeEnergy: milliwattHours(2_000_000), discount: basisPoints(1_000) };
  const atEnd = { ...one.tariff, taxes: 'on-top', rounding: 'total-only' } as const;
  return [one, { ...one, facts: { ...one.facts, contract } }, { ...one, tariff: atEnd }];
}
