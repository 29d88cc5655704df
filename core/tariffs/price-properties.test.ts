import { describe, expect, test } from 'vitest';
import { wallDays } from '../../server/site/wall-days.ts';
import { DAY, instant, MINUTE, milliseconds } from '../shared/units.ts';
import { basisPoints, type MicroUnits, microUnits, milliwattHours } from './amounts.ts';
import { compileTariff } from './compile-tariff.ts';
import { type PricedSession, priceSession } from './price-session.ts';
import type { PriceStep } from './price-step.ts';
import type { SessionFacts, UsagePeriod } from './session-facts.ts';
import type { Tariff } from './tariff.ts';
import { minutesOf } from './testing/minutes.ts';
import { diceOf, type PriceCase, randomCases } from './testing/random-cases.ts';

const CASES = randomCases(20_000);
const BERLIN = wallDays('Europe/Berlin');
const UTC = wallDays('UTC');
/** Each takes a second on a machine of its own. */
const BUSY_MACHINE_MS = 60_000;

describe('of 20,000 random sessions', { timeout: BUSY_MACHINE_MS }, () => {
  test('the parts of a step come to its quantity', () => {
    each(({ facts, tariff }) => {
      for (const step of price(facts, tariff).steps)
        if (step.kind === 'component' && step.dimension !== 'flat')
          same(sum(step.parts.map(({ quantity }) => quantity)), step.quantity);
    });
  });

  test('what is paid for is what was used, where a price always counts', () => {
    each(({ facts, tariff }) => {
      const always = withFallback(tariff);
      const { steps } = price(facts, always);
      same(sum(paid(steps, 'energy')), sum(facts.periods.map(({ energy }) => energy)));
      same(sum(paid(steps, 'time')), sum(facts.periods.map(({ charging }) => charging)));
      same(sum(paid(steps, 'parking')), sum(facts.periods.map(({ idle }) => idle)));
    });
  });

  test('another reading anywhere changes nothing', () => {
    each(({ facts, tariff, seed }) => {
      const [first] = facts.periods;
      if (first === undefined) return;
      const cut = 1 + diceOf(seed)(first.to - first.from - 1);
      same(total(withReading(facts, cut), tariff), total(facts, tariff));
    });
  });

  test('nor does one right after a price has changed with what was used', () => {
    let tried = 0;
    each(({ facts, tariff, seed }) => {
      const [first] = facts.periods;
      if (first === undefined) return;
      const length = first.to - first.from;
      for (const threshold of compileTariff(tariff).energies) {
        const cut = Math.ceil((threshold / first.energy) * length) + diceOf(seed)(500);
        if (threshold >= first.energy || cut >= length) continue;
        tried += 1;
        const wanted = energies(price(facts, tariff).steps);
        expect(energies(price(withReading(facts, cut), tariff).steps)).toEqual(wanted);
      }
    });
    // Else this would show nothing.
    expect(tried).toBeGreaterThan(2_000);
  });

  test('more energy never costs less, but for prices that change with what was used', () => {
    each(({ facts, tariff, seed }) => {
      const even = once(tariff, 'even', () => withoutEnergies(tariff));
      const more = facts.periods.map((period) => ({
        ...period,
        energy: milliwattHours(period.energy + (period.energy > 0 ? diceOf(seed)(5_000_000) : 0)),
      }));
      atMost(total(facts, even), total({ ...facts, periods: more }, even));
    });
  });

  test('a session that goes on never gets cheaper', () => {
    each(({ facts, tariff }) => {
      let before = 0;
      // Until its first cent a session that has just begun may cost the least price already.
      for (const count of facts.periods.keys()) {
        const now = total({ ...facts, periods: facts.periods.slice(0, count + 1) }, tariff);
        atMost(before, now);
        before = now;
      }
    });
  });

  test('nothing costs less than nothing, nor less with its tax than without', () => {
    each(({ facts, tariff }) => {
      const { exclVat, inclVat } = price(facts, tariff).total;
      atMost(0, exclVat);
      atMost(exclVat, inclVat);
    });
  });

  test('least and highest price hold for both totals', () => {
    each(({ facts, tariff }) => {
      const minPrice = { exclVat: microUnits(2_000_000), inclVat: microUnits(2_380_000) };
      const maxPrice = { exclVat: microUnits(5_000_000), inclVat: microUnits(5_950_000) };
      const limited = price(
        facts,
        once(tariff, 'limited', () => ({ ...tariff, minPrice, maxPrice })),
      ).total;
      atMost(200, limited.exclVat);
      atMost(limited.exclVat, 500);
      atMost(238, limited.inclVat);
      atMost(limited.inclVat, 595);
    });
  });

  test('the lines and the taxes add up to the total', () => {
    each(({ facts, tariff }) => {
      const free = once(tariff, 'free', () => ({ ...tariff, minPrice: null, maxPrice: null }));
      const contract = { freeEnergy: milliwattHours(1_000_000), discount: basisPoints(750) };
      const { steps, total: all } = price({ ...facts, contract }, free);
      const lines = sum(steps.map(lineOf));
      const taxes = steps.flatMap((step) => (step.kind === 'tax' ? [step] : []));
      same(lines, tariff.taxes === 'included' ? all.inclVat : all.exclVat);
      same(sum(taxes.map(({ exclVat }) => exclVat)), all.exclVat);
      same(sum(taxes.map(({ inclVat }) => inclVat)), all.inclVat);
      for (const { vat, exclVat, inclVat } of taxes)
        atMost(Math.abs(inclVat - exclVat * (1 + (vat ?? 0) / 10_000)), 0.6);
    });
  });

  test('where a least or highest price takes their place, the taxes are those of what is paid', () => {
    each(({ facts, tariff }) => {
      for (const rounding of ['each-line', 'total-only'] as const) {
        const limited = once(tariff, rounding, () => ({ ...oneSided(tariff), rounding }));
        const { steps, total: all } = price(facts, limited);
        const side = tariff.taxes === 'included' ? 'inclVat' : 'exclVat';
        let before = rounding === 'each-line' ? sum(steps.map(lineOf)) : null;
        for (const step of steps)
          if (step.kind === 'limit') {
            same(step.before[side], before ?? step.before[side]);
            before = step.after[side];
          }
        same(all[side], before ?? all[side]);
        const taxes = steps.flatMap((step) => (step.kind === 'tax' ? [step] : []));
        same(sum(taxes.map(({ exclVat }) => exclVat)), all.exclVat);
        same(sum(taxes.map(({ inclVat }) => inclVat)), all.inclVat);
        same(steps.findLastIndex(({ kind }) => kind !== 'tax') + taxes.length, steps.length - 1);
        for (const { vat, exclVat, inclVat } of taxes)
          atMost(
            Math.abs(inclVat - exclVat * (1 + (vat ?? 0) / 10_000)),
            rounding === 'each-line' ? 0.6 : 1.6,
          );
      }
    });
  });

  test('a line is its quantity times its price, to half a cent', () => {
    each(({ facts, tariff }) => {
      for (const step of price(facts, tariff).steps)
        if (step.kind === 'component' || step.kind === 'blocking')
          atMost(Math.abs((step.rounded ?? 0) * 10_000 - step.exact), 5_001);
    });
  });

  test('dearer prices never cost less', () => {
    each(({ facts, tariff }) => {
      atMost(total(facts, tariff), total(facts, dearer(tariff)));
    });
  });

  test('a week later costs the same, but for holidays and summer time', () => {
    each(({ facts, tariff }) => {
      const plain = once(tariff, 'plain', () => ({ ...tariff, land: null }));
      const later = facts.periods.map((period) => ({
        ...period,
        from: instant(period.from + 7 * DAY),
        to: instant(period.to + 7 * DAY),
      }));
      same(priced({ ...facts, periods: later }, plain, UTC), priced(facts, plain, UTC));
    });
  });

  test('charging time costs what a clock says that is asked every minute', () => {
    each(({ facts, tariff }) => {
      const { periods } = facts;
      let from = Math.ceil((periods[0]?.from ?? 0) / MINUTE) * MINUTE;
      const whole = periods.map((period): UsagePeriod => {
        const length = Math.ceil((period.to - period.from) / MINUTE) * MINUTE;
        from += length;
        const span = { from: instant(from - length), to: instant(from), charging: milliseconds(length) };
        return { ...period, ...span, idle: milliseconds(0), energy: milliwattHours(0) };
      });
      const timed = timesOnly(tariff);
      const wall = (at: number) => ({
        minute: Math.floor(at / MINUTE) % 1_440,
        weekday: ((Math.floor(at / DAY) + 3) % 7) + 1,
      });
      same(
        priced({ ...facts, periods: whole }, timed, UTC),
        minutesOf({ ...facts, periods: whole }, timed, wall),
      );
    });
  });

  test('a blocking fee stays below its cap, and counts nothing but idle time after its grace', () => {
    each(({ facts, tariff }) => {
      const idle = sum(facts.periods.map((period) => period.idle));
      const fee = price(facts, tariff).steps.find((step) => step.kind === 'blocking');
      if (fee?.kind !== 'blocking' || tariff.blocking === null) return;
      const { grace, cap } = tariff.blocking;
      atMost(fee.quantity, Math.max(0, idle - (grace.of === 'idle' ? grace.ms : 0)));
      const { standing } = fee;
      same(standing?.whole ?? 0, idle);
      same((standing?.whole ?? 0) - (standing?.quiet ?? 0) - (standing?.grace ?? 0), fee.quantity);
      if (cap !== null) atMost(fee.exact, cap);
    });
  });
});

/** Tariffs are made over for some properties; made once, they are compiled once. */
const made = new WeakMap<Tariff, Map<string, Tariff>>();

function once(tariff: Tariff, name: string, make: () => Tariff): Tariff {
  const known = made.get(tariff) ?? new Map<string, Tariff>();
  made.set(tariff, known);
  const found = known.get(name) ?? make();
  known.set(name, found);
  return found;
}

/** A least of 3 and a highest price of 5, as the editor writes them: gross where prices are, or net. */
function oneSided(tariff: Tariff): Tariff {
  const side = tariff.taxes === 'included' ? 'inclVat' : 'exclVat';
  const none = { exclVat: null, inclVat: null };
  const minPrice = { ...none, [side]: microUnits(3_000_000) };
  return { ...tariff, minPrice, maxPrice: { ...none, [side]: microUnits(5_000_000) } };
}

function withFallback(tariff: Tariff): Tariff {
  const all = (['energy', 'time', 'parking'] as const).map((dimension) => ({
    dimension,
    price: microUnits(1_000),
    vat: null,
    stepSize: null,
  }));
  const [first] = tariff.elements;
  if (first === undefined) return tariff;
  return once(tariff, 'fallback', () => ({
    ...tariff,
    elements: [...tariff.elements, { components: all, when: { ...first.when, ...NO_TIMES } }],
  }));
}

function dearer(tariff: Tariff): Tariff {
  return once(tariff, 'dearer', () => ({
    ...tariff,
    elements: tariff.elements.map(({ components, when }) => ({
      when,
      components: components.map((one) => ({ ...one, price: (one.price + 10_000) as MicroUnits })),
    })),
  }));
}

const NO_TIMES = { window: null, weekdays: null, duration: null, energy: null };

/** What is dear until some energy was used is over sooner with more of it. */
function withoutEnergies(tariff: Tariff): Tariff {
  const elements = tariff.elements.map((one) => ({ ...one, when: { ...one.when, energy: null } }));
  return { ...tariff, elements };
}

function timesOnly(tariff: Tariff): Tariff {
  return once(tariff, 'times', () => ({
    ...tariff,
    taxes: 'none',
    land: null,
    minPrice: null,
    maxPrice: null,
    blocking: null,
    elements: tariff.elements
      .filter(({ when }) => when.duration === null && when.energy === null)
      .map(({ components, when }) => ({
        when: { ...when, holidays: 'ignored' as const },
        components: components.slice(0, 1).map((one) => ({ ...one, dimension: 'time' as const })),
      })),
  }));
}

/** Another one in the first period, in ms since that began. */
function withReading(facts: SessionFacts, cut: number): SessionFacts {
  const [first, ...others] = facts.periods;
  if (first === undefined) return facts;
  const halves = [part(first, 0, cut), part(first, cut, first.to - first.from)];
  return { ...facts, periods: [...halves, ...others] };
}

/** How much was paid by which component, to the last unit. */
function energies(steps: readonly PriceStep[]): readonly string[] {
  return steps.flatMap((step) =>
    step.kind === 'component' && step.dimension === 'energy'
      ? [`${step.element} ${step.component} ${step.quantity}`]
      : [],
  );
}

function part(period: UsagePeriod, from: number, to: number): UsagePeriod {
  const share = (whole: number) => (whole / (period.to - period.from)) * (to - from);
  return {
    ...period,
    from: instant(period.from + from),
    to: instant(period.from + to),
    energy: milliwattHours(share(period.energy)),
    charging: milliseconds(share(period.charging)),
    idle: milliseconds(share(period.idle)),
  };
}

function paid(steps: readonly PriceStep[], dimension: string): readonly number[] {
  return steps.flatMap((step) =>
    step.kind === 'component' && step.dimension === dimension ? [step.quantity] : [],
  );
}

function lineOf(step: PriceStep): number {
  if (step.kind === 'component' || step.kind === 'blocking') return step.rounded ?? 0;
  return step.kind === 'discount' ? step.amount : 0;
}

function price(facts: SessionFacts, tariff: Tariff): PricedSession {
  const outcome = priceSession(facts, tariff, BERLIN);
  if (outcome.kind !== 'priced') throw new Error(JSON.stringify(outcome));
  return outcome;
}

function total(facts: SessionFacts, tariff: Tariff): number {
  return price(facts, tariff).total.inclVat;
}

function priced(facts: SessionFacts, tariff: Tariff, days: typeof UTC): number {
  const outcome = priceSession(facts, tariff, days);
  if (outcome.kind !== 'priced') throw new Error(JSON.stringify(outcome));
  return outcome.total.inclVat;
}

/** Names the case that fails. A bare `expect` takes longer than pricing a session. */
function each(check: (one: PriceCase) => void): void {
  for (const one of CASES)
    try {
      check(one);
    } catch (error) {
      throw new Error(`case ${one.seed}: ${JSON.stringify(one)}`, { cause: error });
    }
}

function same(found: number, wanted: number): void {
  if (found !== wanted) expect(found).toBe(wanted);
}

function atMost(less: number, more: number): void {
  if (!(less <= more)) expect(less).toBeLessThanOrEqual(more);
}

function sum(all: readonly number[]): number {
  return all.reduce((so, one) => so + one, 0);
}
