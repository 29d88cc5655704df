import type { Weekday } from '../../access/access-rule.ts';
import { instant, MINUTE, type Milliseconds, milliseconds, SECOND } from '../../shared/units.ts';
import { basisPoints, microUnits, milliwattHours } from '../amounts.ts';
import type { SessionFacts, UsagePeriod } from '../session-facts.ts';
import {
  ALWAYS,
  type BlockingFee,
  type PriceLimit,
  type Restrictions,
  type Tariff,
  type TariffElement,
} from '../tariff.ts';

export interface PriceCase {
  readonly seed: number;
  readonly tariff: Tariff;
  readonly facts: SessionFacts;
}

/** Whole numbers from 0 to below a bound, the same for the same seed. */
export type Dice = (below: number) => number;

/** Mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** As many cases as wanted; fifty sessions each share a tariff, as at a site. */
export function randomCases(count: number): readonly PriceCase[] {
  let tariff = randomTariff(diceOf(0));
  return Array.from({ length: count }, (_, seed) => {
    if (seed % 50 === 0) tariff = randomTariff(diceOf(seed));
    return { seed, tariff, facts: randomSession(diceOf(seed + 1_000_000)) };
  });
}

function randomTariff(dice: Dice): Tariff {
  const elements = Array.from({ length: 1 + dice(5) }, () => randomElement(dice, randomTimes(dice)));
  const taxes = dice(2) === 0 ? 'included' : 'on-top';
  return {
    currency: 'EUR',
    taxes,
    rounding: 'each-line',
    elements: dice(3) === 0 ? elements : [...elements, randomElement(dice, {})],
    minPrice: dice(4) === 0 ? randomLimit(dice, 0) : null,
    maxPrice: dice(4) === 0 ? randomLimit(dice, 3_000_000) : null,
    blocking: dice(2) === 0 ? randomFee(dice) : null,
    land: 'BY',
  };
}

function randomElement(dice: Dice, when: Partial<Restrictions>): TariffElement {
  const vat = basisPoints(dice(4) === 0 ? 700 : 1_900);
  const dimensions = (['energy', 'time', 'parking', 'flat'] as const).filter(() => dice(2) === 0);
  return {
    components: (dimensions.length === 0 ? (['energy'] as const) : dimensions).map((dimension) => ({
      dimension,
      price: microUnits(dice(2_000_000)),
      vat,
      stepSize: null,
    })),
    when: { ...ALWAYS, ...when },
  };
}

function randomTimes(dice: Dice): Partial<Restrictions> {
  const window = { from: dice(96) * 15, to: (1 + dice(96)) * 15 };
  const weekdays = ([1, 2, 3, 4, 5, 6, 7] as const).filter((): boolean => dice(2) === 0) as Weekday[];
  switch (dice(5)) {
    case 0:
      return { window };
    case 1:
      return { window, weekdays };
    case 2:
      return { weekdays, holidays: 'too' };
    case 3:
      return { energy: randomEnergies(dice) };
    default:
      return { duration: { atLeast: dice(120) * MINUTE, below: null } };
  }
}

/** A session takes up to some 30 kWh. */
function randomEnergies(dice: Dice): Restrictions['energy'] {
  const atLeast = dice(12) * 1_000_000 + dice(1_000_000);
  const below = atLeast + 1 + dice(12_000_000);
  return {
    atLeast: dice(4) === 0 ? null : milliwattHours(atLeast),
    below: dice(2) === 0 ? null : milliwattHours(below),
  };
}

function randomLimit(dice: Dice, from: number): PriceLimit {
  const exclVat = microUnits(from + dice(3_000_000));
  return { exclVat, inclVat: microUnits(Math.ceil(exclVat * 1.19)) };
}

function randomFee(dice: Dice): BlockingFee {
  return {
    perHour: microUnits(dice(12_000_000)),
    vat: basisPoints(1_900),
    grace: { of: dice(2) === 0 ? 'idle' : 'session', ms: milliseconds(dice(60) * MINUTE) },
    cap: dice(2) === 0 ? microUnits(dice(10_000_000)) : null,
    quiet: dice(2) === 0 ? { from: dice(96) * 15, to: (1 + dice(96)) * 15 } : null,
  };
}

function randomSession(dice: Dice): SessionFacts {
  let from = START_OF_2026 + dice(365 * 86_400) * SECOND;
  const periods = Array.from({ length: 1 + dice(4) }, () => {
    const period = randomPeriod(dice, from);
    from = period.to;
    return period;
  });
  return { periods, expired: false, strongest: null, contract: null };
}

const START_OF_2026 = 1_767_225_600_000;

/** Whole mWh in each millisecond, so that wherever it is cut both parts are whole. */
function randomPeriod(dice: Dice, from: number): UsagePeriod {
  const length = (1 + dice(90 * 60)) * SECOND;
  const charges = dice(3) > 0;
  return {
    from: instant(from),
    to: instant(from + length),
    energy: milliwattHours(charges ? length * dice(7) : 0),
    charging: (charges ? length : 0) as Milliseconds,
    idle: (charges ? 0 : length) as Milliseconds,
    reserved: milliseconds(0),
    power: null,
    current: null,
    readings: null,
  };
}
