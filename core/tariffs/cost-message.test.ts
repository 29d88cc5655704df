import { describe, expect, test } from 'vitest';
import { wallDays } from '../../server/site/wall-days.ts';
import { MINUTE, milliseconds, wattHours } from '../shared/units.ts';
import { basisPoints, milliwattHours } from './amounts.ts';
import { type RunningCost, type RunningFacts, runningCost } from './cost-message.ts';
import { priceSession } from './price-session.ts';
import { pricesAt, priceWithTax } from './prices-at.ts';
import type { SessionFacts } from './session-facts.ts';
import type { BlockingFee, Grace, Tariff } from './tariff.ts';
import { at, session } from './testing/sessions.ts';
import { element, price, tariff } from './testing/tariffs.ts';

const BERLIN = wallDays('Europe/Berlin');
const START = '2026-11-24T09:00:00Z';
const NET = { taxes: 'on-top' } as const;

describe('what a display is told that a session pays', () => {
  test('prices have their own tax, as the cost has', () => {
    const energy = element({ energy: 0.4 });
    const flat = element({ flat: 1 });
    const taxless = { ...flat, components: flat.components.map((one) => ({ ...one, vat: null })) };
    const told = shown(tariff([energy, taxless], { ...NET, blocking: fee('idle', 10) }));
    expect(told.chargingPrice).toEqual({ kWhPrice: 0.476, hourPrice: 0, flatFee: 1 });
    expect(told.idlePrice).toEqual({ graceMinutes: 10, hourPrice: 6 });
    expect(told.cost).toBe(10 * 0.476 + 1);
  });

  test('the discount of whoever charges is taken off each price, as it is off the cost', () => {
    const told = shown(tariff([element({ energy: 0.5, parking: 2 })]), { discount: basisPoints(1_000) });
    expect(told.chargingPrice.kWhPrice).toBe(0.45);
    expect(told.idlePrice).toEqual({ graceMinutes: 0, hourPrice: 1.8 });
    expect(told.cost).toBe(4.5);
  });

  test('parking is paid from the first minute, whatever is free of a blocking fee on top', () => {
    const parking = element({ energy: 0.5, parking: 2 });
    expect(shown(tariff([parking])).idlePrice).toEqual({ graceMinutes: 0, hourPrice: 2 });
    const both = tariff([parking], { blocking: fee('idle', 10) });
    expect(shown(both).idlePrice).toEqual({ graceMinutes: 0, hourPrice: 8 });
    expect(shown(tariff([element({ energy: 0.5, parking: 0 })])).idlePrice).toBeUndefined();
  });

  test('what is free after the start runs from the start: told is what is left of it once the car is full', () => {
    const fourHours = tariff([element({ energy: 0.5 })], { blocking: fee('session', 240) });
    expect(shown(fourHours, { chargedFor: minutes(60) }).idlePrice?.graceMinutes).toBe(180);
    expect(shown(fourHours, { chargedFor: minutes(300) }).idlePrice?.graceMinutes).toBe(0);
  });

  test('before anything was charged it is what a session pays that begins now', () => {
    const told = shown(tariff([element({ energy: 0.5, time: 1 })]), { outcome: priced(tariff([]), 0) });
    expect(told.chargingPrice).toEqual({ kWhPrice: 0.5, hourPrice: 1, flatFee: 0 });
  });

  test('while energy is free for whoever charges, a kWh costs nothing', () => {
    const draft = tariff([element({ energy: 0.5 })]);
    const freeEnergy = milliwattHours(50_000_000);
    const contract = { freeEnergy, discount: basisPoints(0) };
    expect(shown(draft, { outcome: priced(draft, 10, contract) }).chargingPrice.kWhPrice).toBe(0);
  });
});

test('a gross price is told as it stands, and one without tax as well', () => {
  const taxed = { price: price(0.4), vat: basisPoints(1_900) };
  expect(priceWithTax(taxed, { taxes: 'included' })).toBe(400_000);
  expect(priceWithTax(taxed, { taxes: 'none' })).toBe(400_000);
  expect(priceWithTax(taxed, NET)).toBe(476_000);
  expect(priceWithTax({ ...taxed, vat: null }, NET)).toBe(400_000);
});

/** After an hour of charging 10 kWh. */
function shown(sold: Tariff, more: Partial<RunningFacts> = {}): RunningCost {
  const { discount = basisPoints(0) } = more;
  return runningCost({
    transactionId: 1,
    timestamp: START,
    register: wattHours(10_000),
    isIdle: false,
    chargedFor: minutes(60),
    tariff: sold,
    discount,
    now: pricesAt(sold, at(START), BERLIN),
    outcome: priced(sold, 10, { freeEnergy: milliwattHours(0), discount }),
    ...more,
  });
}

function priced(
  sold: Tariff,
  kwh: number,
  contract: SessionFacts['contract'] = null,
): RunningFacts['outcome'] {
  const outcome = priceSession(session(START, [{ minutes: 60, kwh }], { contract }), sold, BERLIN);
  if (outcome.kind !== 'priced') throw new Error(outcome.reason.kind);
  const { total, steps } = outcome;
  const energy = milliwattHours(kwh * 1_000_000);
  const freeEnergy = milliwattHours(0);
  return { kind: 'priced', currency: sold.currency, total, steps, energy, freeEnergy, source: 'measured' };
}

/** 6 € an hour, of which no tax is said. */
function fee(of: Grace['of'], graceMinutes: number): BlockingFee {
  return { perHour: price(6), vat: null, grace: { of, ms: minutes(graceMinutes) }, cap: null, quiet: null };
}

function minutes(count: number) {
  return milliseconds(count * MINUTE);
}
