import { assertNever } from '#core/shared/assert-never.ts';
import { HOUR } from '#core/shared/units.ts';
import {
  decimalsOf,
  MICROS_PER_UNIT,
  MILLIWATT_HOURS_PER_KWH,
  type MinorUnits,
  type Money,
} from '#core/tariffs/amounts.ts';
import type { ComponentStep, PriceStep, Standing } from '#core/tariffs/price-step.ts';
import type { Dimension } from '#core/tariffs/tariff.ts';
import type { SessionPart } from '#core/tariffs/walk-session.ts';
import { iso } from './problem-line.ts';

export interface MoneyAsJson {
  readonly excl_vat: number;
  readonly incl_vat: number;
}

export function moneyAsJson({ exclVat, inclVat }: Money, currency: string): MoneyAsJson {
  return { excl_vat: major(exclVat, currency), incl_vat: major(inclVat, currency) };
}

/** A step in OCPI's words and units: kWh, hours, the currency. */
export function stepAsJson(step: PriceStep, currency: string): Readonly<Record<string, unknown>> {
  const { kind } = step;
  switch (kind) {
    case 'component':
      return {
        kind,
        component: `elements[${step.element}].price_components[${step.component}]`,
        type: TYPE_OF[step.dimension],
        ...(step.reservation === null ? {} : { reservation: step.reservation }),
        quantity: inUnits(step.quantity, step.dimension),
        unit: UNIT_OF[step.dimension],
        ...(step.added === 0 ? {} : { added_by_step_size: inUnits(step.added, step.dimension) }),
        ...product(step, currency),
        parts: step.parts.map((part) => partAsJson(part, step.dimension)),
      };
    case 'blocking':
      return {
        kind,
        quantity: inUnits(step.quantity, 'parking'),
        unit: UNIT_OF.parking,
        idle: inUnits(step.idle, 'parking'),
        ...(step.standing === null ? {} : standingAsJson(step.standing)),
        capped: step.isCapped,
        ...product(step, currency),
        parts: step.parts.map((part) => partAsJson(part, 'parking')),
      };
    case 'free-energy':
      return { kind, quantity: inUnits(step.quantity, 'energy'), unit: UNIT_OF.energy };
    case 'discount':
      return { kind, percent: step.share / 100, ...vatOf(step.vat), amount: major(step.amount, currency) };
    case 'tax':
      return { kind, ...vatOf(step.vat), ...moneyAsJson(step, currency) };
    case 'rounding':
      return { kind, excl_vat: micros(step.exclVat), incl_vat: micros(step.inclVat) };
    case 'limit':
      return {
        kind: step.limit === 'min' ? 'min_price' : 'max_price',
        before: moneyAsJson(step.before, currency),
        after: moneyAsJson(step.after, currency),
      };
    default:
      return assertNever(step);
  }
}

/** OCPI has no such fee: in hours, as any other time. */
function standingAsJson({ whole, quiet, grace, graceOf, cap }: Standing): object {
  return {
    stood: inUnits(whole, 'parking'),
    quiet: inUnits(quiet, 'parking'),
    grace: inUnits(grace, 'parking'),
    grace_of: graceOf,
    ...(cap === null ? {} : { cap: micros(cap) }),
  };
}

const TYPE_OF: Readonly<Record<Dimension, string>> = {
  energy: 'ENERGY',
  time: 'TIME',
  parking: 'PARKING_TIME',
  flat: 'FLAT',
};

const UNIT_OF: Readonly<Record<Dimension, string>> = {
  energy: 'kWh',
  time: 'h',
  parking: 'h',
  flat: 'session',
};

function inUnits(quantity: number, dimension: Dimension): number {
  switch (dimension) {
    case 'energy':
      return quantity / MILLIWATT_HOURS_PER_KWH;
    case 'time':
    case 'parking':
      return Number((quantity / HOUR).toFixed(7));
    case 'flat':
      return quantity;
  }
}

/** `amount` is the exact product to the millionth; `rounded` what of it is paid, where lines are rounded. */
function product(step: Pick<ComponentStep, 'price' | 'vat' | 'exact' | 'rounded'>, currency: string): object {
  const { price, vat, exact, rounded } = step;
  return {
    price: micros(price),
    ...vatOf(vat),
    amount: micros(exact),
    ...(rounded === null ? {} : { rounded: major(rounded, currency) }),
  };
}

function vatOf(vat: number | null): { readonly vat?: number } {
  return vat === null ? {} : { vat: vat / 100 };
}

/** The meter since the start of the session proves it; `guessed` where no reading lies at that moment. */
function partAsJson(part: SessionPart, dimension: Dimension): object {
  const { from, to, quantity, energyFrom, energyTo, isGuessedFrom, isGuessedTo, isAssumed } = part;
  const guessed = [...(isGuessedFrom ? ['from'] : []), ...(isGuessedTo ? ['to'] : [])];
  return {
    from: iso(from),
    to: iso(to),
    quantity: inUnits(quantity, dimension),
    meter_from: inUnits(energyFrom, 'energy'),
    meter_to: inUnits(energyTo, 'energy'),
    ...(guessed.length === 0 ? {} : { guessed }),
    ...(isAssumed
      ? { assumed: 'the session does not state the power or current that the element asks for' }
      : {}),
  };
}

function micros(amount: number): number {
  return amount / MICROS_PER_UNIT;
}

function major(amount: MinorUnits, currency: string): number {
  return amount / 10 ** decimalsOf(currency);
}
