import { Temporal } from 'temporal-polyfill';
import type {
  BlockingFee as BlockingView,
  Restrictions as RestrictionsView,
  Tariff as TariffView,
} from '#api/tariff-model.ts';
import type { Weekday } from '#core/access/access-rule.ts';
import { milliseconds } from '#core/shared/units.ts';
import { basisPoints, microUnits } from '#core/tariffs/amounts.ts';
import { type CivilDay, civilDate, civilDay } from '#core/tariffs/civil-day.ts';
import type { BlockingFee, PriceLimit, Range, Restrictions, Tariff } from '#core/tariffs/tariff.ts';

type Bounds = { atLeast: number | null; below: number | null } | null;
/** A Wh in mWh, and a second in ms. */
const THOUSAND = 1_000;

/** A tariff of ours as it came over the wire: each line is rounded, and nothing is billed in blocks. */
export function tariffOf(view: TariffView): Tariff {
  return {
    currency: view.currency,
    taxes: view.taxes,
    rounding: 'each-line',
    elements: view.elements.map(({ components, when }) => ({
      components: components.map(({ dimension, priceMicros, vatBasisPoints }) => ({
        dimension,
        price: microUnits(priceMicros),
        vat: vatBasisPoints === null ? null : basisPoints(vatBasisPoints),
        stepSize: null,
      })),
      when: restrictionsOf(when),
    })),
    minPrice: limitOf(view.minPrice),
    maxPrice: limitOf(view.maxPrice),
    blocking: view.blocking === null ? null : blockingOf(view.blocking),
    land: view.land,
  };
}

/** The way back, without what only tariffs of others have. */
export function tariffView(tariff: Tariff): TariffView {
  return {
    currency: tariff.currency,
    taxes: tariff.taxes,
    elements: tariff.elements.map(({ components, when }) => ({
      components: components.map(({ dimension, price, vat }) => ({
        dimension,
        priceMicros: price,
        vatBasisPoints: vat,
      })),
      when: restrictionsView(when),
    })),
    minPrice: limitView(tariff.minPrice),
    maxPrice: limitView(tariff.maxPrice),
    blocking: tariff.blocking === null ? null : blockingView(tariff.blocking),
    land: tariff.land,
  };
}

function restrictionsOf(view: RestrictionsView): Restrictions {
  return {
    window: view.window,
    // The schema has vouched for 1 to 7.
    weekdays: view.weekdays === null ? null : (view.weekdays.toSorted((a, b) => a - b) as Weekday[]),
    holidays: view.holidays,
    dates: view.dates === null ? null : { from: dayOf(view.dates.from), until: dayOf(view.dates.until) },
    energy: rangeOf(view.energyWh, THOUSAND),
    duration: rangeOf(view.durationSeconds, THOUSAND),
    power: rangeOf(view.powerW, 1),
    current: rangeOf(view.currentMa, 1),
    reservation: view.reservation,
  };
}

function restrictionsView(when: Restrictions): RestrictionsView {
  return {
    window: when.window === null ? null : { ...when.window },
    weekdays: when.weekdays === null ? null : [...when.weekdays],
    holidays: when.holidays,
    dates: when.dates === null ? null : { from: dayView(when.dates.from), until: dayView(when.dates.until) },
    energyWh: rangeView(when.energy, THOUSAND),
    durationSeconds: rangeView(when.duration, THOUSAND),
    powerW: rangeView(when.power, 1),
    currentMa: rangeView(when.current, 1),
    reservation: when.reservation,
  };
}

function blockingOf({ perHourMicros, vatBasisPoints, grace, capMicros, quiet }: BlockingView): BlockingFee {
  return {
    perHour: microUnits(perHourMicros),
    vat: vatBasisPoints === null ? null : basisPoints(vatBasisPoints),
    grace: { of: grace.of, ms: milliseconds(grace.seconds * THOUSAND) },
    cap: capMicros === null ? null : microUnits(capMicros),
    quiet,
  };
}

function blockingView({ perHour, vat, grace, cap, quiet }: BlockingFee): BlockingView {
  return {
    perHourMicros: perHour,
    vatBasisPoints: vat,
    grace: { of: grace.of, seconds: grace.ms / THOUSAND },
    capMicros: cap,
    quiet: quiet === null ? null : { ...quiet },
  };
}

function limitOf(view: TariffView['minPrice']): PriceLimit | null {
  if (view === null) return null;
  const { exclVatMicros, inclVatMicros } = view;
  return {
    exclVat: exclVatMicros === null ? null : microUnits(exclVatMicros),
    inclVat: inclVatMicros === null ? null : microUnits(inclVatMicros),
  };
}

function limitView(limit: PriceLimit | null): TariffView['minPrice'] {
  return limit === null ? null : { exclVatMicros: limit.exclVat, inclVatMicros: limit.inclVat };
}

function rangeOf(bounds: Bounds, factor: number): Range | null {
  if (bounds === null) return null;
  const scaled = (bound: number | null) => (bound === null ? null : bound * factor);
  return { atLeast: scaled(bounds.atLeast), below: scaled(bounds.below) };
}

function rangeView(range: Range | null, factor: number): Bounds {
  if (range === null) return null;
  const scaled = (bound: number | null) => (bound === null ? null : Math.round(bound / factor));
  return { atLeast: scaled(range.atLeast), below: scaled(range.below) };
}

function dayOf(text: string | null): CivilDay | null {
  if (text === null) return null;
  const { year, month, day } = Temporal.PlainDate.from(text);
  return civilDay({ year, month, day });
}

function dayView(day: CivilDay | null): string | null {
  return day === null ? null : Temporal.PlainDate.from(civilDate(day)).toString();
}
