import { describe, expect, test } from 'vitest';
import { wallDays } from '../../server/site/wall-days.ts';
import { HOUR, instant, MINUTE, milliseconds, watts } from '../shared/units.ts';
import { basisPoints, microUnits, milliwattHours } from './amounts.ts';
import { compileTariff } from './compile-tariff.ts';
import { type ConnectorUse, factsFromReadings, type Reading } from './facts-from-readings.ts';
import { priceSession } from './price-session.ts';
import { changesByQuarter, priceTimeline } from './price-timeline.ts';
import { type TotalOutcome, totalsBy } from './price-totals.ts';
import type { SessionFacts, UsagePeriod } from './session-facts.ts';
import type { Tariff } from './tariff.ts';
import { type Dice, diceOf, randomCases } from './testing/random-cases.ts';
import { type KeptUsage, UsagePages } from './usage-pages.ts';

const CASES = randomCases(20_000);
const BERLIN = wallDays('Europe/Berlin');
/** Each takes a second on a machine of its own. */
const BUSY_MACHINE_MS = 60_000;

describe('the total alone is that of the steps, or held for the same reason', {
  timeout: BUSY_MACHINE_MS,
}, () => {
  test('by tariffs of any kind', () => {
    const pages = new UsagePages({ byQuarter: false });
    for (const { facts, tariff, seed } of CASES) same(pages.keep(facts), { facts, tariff, seed });
  });

  test('by tariffs that ask for the clock alone, with contracts, other roundings and odd minutes', () => {
    const pages = new UsagePages({ byQuarter: false });
    let quick = 0;
    for (const { facts, tariff, seed } of CASES) {
      const one = { facts: varied(facts, diceOf(seed + 7)), tariff: byClock(tariff), seed };
      const usage = pages.keep(one.facts);
      same(usage, one);
      if (usage.kind === 'packed' && priceTimeline(compileTariff(one.tariff), BERLIN) !== null) quick += 1;
    }
    // Else this would show nothing.
    expect(quick).toBeGreaterThan(15_000);
  });

  test('of sessions that cannot be true, were reserved, or have readings far apart', () => {
    const pages = new UsagePages({ byQuarter: false });
    const held = new Set<string>();
    for (const { facts, tariff, seed } of CASES) {
      const one = { facts: spoilt(facts, diceOf(seed + 13)), tariff: byClock(tariff), seed };
      const outcome = same(pages.keep(one.facts), one);
      held.add(outcome.kind === 'priced' ? 'priced' : outcome.reason.kind);
    }
    expect([...held].toSorted()).toEqual(
      [
        'energy-backwards',
        'ends-before-start',
        'gap',
        'nothing-known',
        'out-of-order',
        'priced',
        'time-backwards',
        'too-much-energy',
      ].toSorted(),
    );
  });

  test('where all that happened in a quarter of an hour is added up first', () => {
    const pages = new UsagePages({ byQuarter: true });
    let rows = 0;
    let periods = 0;
    for (const { tariff, seed } of CASES.slice(0, 4_000)) {
      const facts = metered(diceOf(seed + 17));
      const painted = byQuarter(byClock(tariff));
      const usage = pages.keep(facts);
      if (!changesByQuarter(compileTariff(painted))) throw new Error('not painted by the quarter');
      same(usage, { facts, tariff: painted, seed });
      if (usage.kind !== 'packed') continue;
      rows += usage.end - usage.first;
      periods += facts.periods.length;
    }
    expect(rows).toBeLessThan(0.6 * periods);
  });
});

test('a session longer than a page of numbers has one of its own', () => {
  const minutes = Array.from({ length: 70_000 }, (_, minute) => plainPeriod(minute * MINUTE, MINUTE));
  const facts: SessionFacts = { periods: minutes, expired: false, strongest: null, contract: null };
  const tariff = byClock(CASES[0]?.tariff as Tariff);
  same(new UsagePages({ byQuarter: false }).keep(facts), { facts, tariff, seed: 0 });
});

interface Case {
  readonly facts: SessionFacts;
  readonly tariff: Tariff;
  readonly seed: number;
}

/** Those that share a tariff are priced by one pass, as at a site. */
const passes = new WeakMap<Tariff, (usage: KeptUsage) => TotalOutcome>();

function same(usage: KeptUsage, one: Case): TotalOutcome {
  const pass = passes.get(one.tariff) ?? totalsBy(one.tariff, BERLIN);
  passes.set(one.tariff, pass);
  const found = plain(pass(usage));
  const wanted = plain(priceSession(one.facts, one.tariff, BERLIN));
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    expect(found, `case ${one.seed}: ${JSON.stringify(one)}`).toEqual(wanted);
  return found;
}

function plain(outcome: TotalOutcome): TotalOutcome {
  if (outcome.kind === 'needs-decision') return { kind: outcome.kind, reason: outcome.reason };
  return { kind: outcome.kind, total: outcome.total, freeEnergy: outcome.freeEnergy };
}

const clocks = new WeakMap<Tariff, Tariff>();

/** The same without what asks for more than the clock; every few of them rounded or bounded in another way. */
function byClock(tariff: Tariff): Tariff {
  const known = clocks.get(tariff);
  if (known !== undefined) return known;
  const dice = diceOf(tariff.elements.length + (tariff.elements[0]?.components[0]?.price ?? 0));
  const { blocking, elements } = tariff;
  const odd = dice(3) === 0;
  const limits = dice(2) === 0 ? { minPrice: null, maxPrice: null } : {};
  const made: Tariff = {
    ...tariff,
    ...limits,
    rounding: dice(3) === 0 ? 'total-only' : 'each-line',
    taxes: dice(5) === 0 ? 'none' : tariff.taxes,
    blocking: blocking === null ? null : { ...blocking, grace: { of: 'idle', ms: blocking.grace.ms } },
    elements: elements.map(({ components, when }) => ({
      components: components.map((one) => (dice(6) === 0 ? { ...one, price: microUnits(0) } : one)),
      when: {
        ...when,
        duration: null,
        energy: null,
        window: odd && when.window !== null ? { ...when.window, from: dice(1_440) } : when.window,
      },
    })),
  };
  clocks.set(tariff, made);
  return made;
}

const painted = new WeakMap<Tariff, Tariff>();

function byQuarter(tariff: Tariff): Tariff {
  const made = painted.get(tariff) ?? {
    ...tariff,
    elements: tariff.elements.map(({ components, when: { window, ...when } }) => ({
      components,
      when: {
        ...when,
        window: window === null ? null : { ...window, from: window.from - (window.from % 15) },
      },
    })),
  };
  painted.set(tariff, made);
  return made;
}

/** With a contract, and periods whose times are neither all nor nothing, or that lie apart. */
function varied(facts: SessionFacts, dice: Dice): SessionFacts {
  const contract =
    dice(2) === 0
      ? null
      : {
          freeEnergy: milliwattHours(dice(3) * dice(20_000_000)),
          discount: basisPoints(dice(3) * dice(3_000)),
        };
  let shift = 0;
  const periods = facts.periods.map((period): UsagePeriod => {
    const { from, to } = period;
    const kind = dice(8);
    if (kind === 0) shift += 1 + dice(3 * HOUR);
    const moved = { ...period, from: instant(from + shift), to: instant(to + shift) };
    if (kind === 1) return { ...moved, charging: milliseconds(0), idle: milliseconds(0) };
    if (kind > 3) return moved;
    const charging = dice(to - from);
    const idle = dice(to - from - charging);
    const energy = milliwattHours(dice(30_000_000));
    if (kind > 2) return { ...moved, energy };
    return { ...moved, energy, charging: milliseconds(charging), idle: milliseconds(idle) };
  });
  return { ...facts, contract, periods };
}

/** In one of the ways in which sessions go wrong. */
function spoilt(facts: SessionFacts, dice: Dice): SessionFacts {
  const { periods } = facts;
  const [first, ...others] = periods;
  if (first === undefined) return facts;
  const with1 = (change: Partial<UsagePeriod>): SessionFacts => ({
    ...facts,
    periods: [{ ...first, ...change }, ...others],
  });
  switch (dice(11)) {
    case 0:
      return { ...facts, periods: [] };
    case 1:
      return with1({ to: instant(first.from - 1) });
    case 2:
      return with1({ to: instant(first.to + 1 + dice(1_000)) });
    case 3:
      return with1({ energy: milliwattHours(-1) });
    case 4:
      return with1({ idle: milliseconds(-1) });
    case 5:
      return { ...facts, strongest: watts(3_700) };
    case 6:
      return with1({ readings: { from: instant(first.from - 2 * HOUR), to: instant(first.to + HOUR) } });
    case 7:
      return {
        ...facts,
        longestGuess: milliseconds(0),
        periods: periods.map((one) => ({ ...one, readings: { from: one.from, to: one.to } })),
      };
    case 8:
      return with1({
        energy: milliwattHours(0),
        charging: milliseconds(0),
        idle: milliseconds(0),
        reserved: milliseconds(first.to - first.from),
      });
    case 9:
      return { ...with1({ reserved: milliseconds(first.to - first.from) }), expired: true };
    default:
      return with1({ to: first.from });
  }
}

/** As our stations tell it: readings every few seconds to some minutes, and what the connector was doing. */
function metered(dice: Dice): SessionFacts {
  const from = 1_767_225_600_000 + dice(365 * 1_440) * MINUTE + dice(60_000);
  const readings: Reading[] = [{ at: instant(from), register: milliwattHours(0) }];
  const pace = 20_000 + dice(2 * MINUTE);
  let at = from;
  let register = 0;
  for (let count = 1 + dice(200); count > 0; count -= 1) {
    at += dice(10) === 0 ? dice(40 * MINUTE) : Math.floor(pace / (1 + dice(2)));
    register += dice(3) === 0 ? 0 : dice(400_000);
    readings.push({ at: instant(at), register: milliwattHours(register) });
  }
  const uses: readonly ConnectorUse[] = ['charging', 'car-idle', 'held-back', 'unknown'];
  const states = Array.from({ length: dice(4) }, () => ({
    at: instant(from + dice(at - from + 1)),
    state: uses[dice(4)] ?? 'unknown',
  })).toSorted((a, b) => a.at - b.at);
  return factsFromReadings({
    from: instant(from),
    to: instant(at + dice(2) * dice(HOUR)),
    readings,
    states,
    strongest: null,
    contract: { freeEnergy: milliwattHours(dice(2) * dice(9_000_000)), discount: basisPoints(0) },
  });
}

function plainPeriod(from: number, length: number): UsagePeriod {
  return {
    from: instant(from),
    to: instant(from + length),
    energy: milliwattHours(7_001),
    charging: milliseconds(length),
    idle: milliseconds(0),
    reserved: milliseconds(0),
    power: null,
    current: null,
    readings: null,
  };
}
