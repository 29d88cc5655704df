import { ALL_BASIS_POINTS, type BasisPoints, basisPoints, type MicroUnits, microUnits } from './amounts.ts';
import type { CivilDay } from './civil-day.ts';
import { judgeWeek } from './judge-week.ts';
import { scaled } from './round-half-up.ts';
import type { BlockingFee, PriceLimit, Range, Restrictions, Tariff, TariffElement } from './tariff.ts';
import type { Fault, FaultPlace, TariffFault } from './tariff-fault.ts';
import { unusualPrices } from './unusual-price.ts';

/** What a tariff is judged by, beside itself. */
export interface JudgeFacts {
  readonly zone: string;
  /** Whether there is such a time zone. */
  readonly isZone: boolean;
  /** There: prices whose dates are over give none. */
  readonly today: CivilDay;
}

/**
 * Everything that is wrong with a draft, or nothing. With a fault that forbids it cannot be published. Tariffs of others
 * are read, not judged: they may have step sizes and several taxes.
 */
export function judgeTariff(draft: Tariff, { zone, isZone, today }: JudgeFacts): readonly TariffFault[] {
  const { currency, elements, blocking, land } = draft;
  const faults = [
    ...when(!/^[A-Z]{3}$/.test(currency), { kind: 'unknown-currency', currency }),
    ...when(!isZone, { kind: 'unknown-zone', zone }),
    ...when(elements.length === 0, { kind: 'no-elements' }),
    ...elements.flatMap((element, index) => judgeElement(element, index, land !== null)),
    ...judgeLimits(draft),
    ...(blocking === null ? [] : judgeBlocking(blocking)),
    ...judgeTaxes(draft),
    ...unusualPrices(draft),
  ];
  return [...faults, ...judgeWeek(draft, today)];
}

export function canBePublished(faults: readonly TariffFault[]): boolean {
  return faults.every(({ severity }) => severity === 'warns');
}

function judgeElement(
  { components, when: restrictions }: TariffElement,
  element: number,
  hasLand: boolean,
): readonly TariffFault[] {
  const at: FaultPlace = { kind: 'element', element };
  return [
    ...when(components.length === 0, { kind: 'no-components' }, at),
    ...judgeRestrictions(restrictions, at),
    ...judgeAssumed(restrictions, at),
    ...when(restrictions.holidays !== 'ignored' && !hasLand, { kind: 'holidays-without-land' }, at),
    ...components.flatMap(({ dimension, price, vat, stepSize }, component) => {
      const here: FaultPlace = { kind: 'component', element, component };
      const isReserving = restrictions.reservation !== null;
      const isTwice = components.slice(0, component).some((one) => one.dimension === dimension);
      return [
        ...when(price < 0, { kind: 'negative-price' }, here),
        ...when(vat !== null && (vat < 0 || vat > MOST_TAX), { kind: 'impossible-tax' }, here),
        ...when(stepSize !== null && stepSize !== 1, { kind: 'step-size' }, here),
        ...when(isTwice, { kind: 'same-dimension-twice', dimension }, here),
        ...when(
          isReserving && (dimension === 'energy' || dimension === 'parking'),
          { kind: 'not-for-reservations', dimension },
          here,
        ),
      ];
    }),
  ];
}

const MOST_TAX = 10_000;

function judgeRestrictions(restrictions: Restrictions, at: FaultPlace): readonly TariffFault[] {
  const { window, weekdays, holidays, dates } = restrictions;
  const hasNoDay =
    weekdays !== null && weekdays.length === 0 && (holidays === 'ignored' || holidays === 'except');
  const hasNoDate =
    dates !== null && dates.from !== null && dates.until !== null && dates.from >= dates.until;
  return [
    ...when(window !== null && window.from === window.to, { kind: 'empty-window' }, at),
    ...when(hasNoDay, { kind: 'empty-days' }, at),
    ...when(hasNoDate, { kind: 'empty-dates' }, at),
    ...(['energy', 'duration', 'power', 'current'] as const).flatMap((of) =>
      when(isEmpty(restrictions[of]), { kind: 'empty-range', of }, at),
    ),
  ];
}

/** A draft may keep them, as others read them; here what comes after for the same dimension never counts. */
function judgeAssumed(restrictions: Restrictions, at: FaultPlace): readonly TariffFault[] {
  return (['power', 'current'] as const).flatMap((of): readonly TariffFault[] =>
    restrictions[of] === null ? [] : [{ at, fault: { kind: 'assumed-to-fit', of }, severity: 'warns' }],
  );
}

function isEmpty(range: Range | null): boolean {
  if (range === null) return false;
  const { atLeast, below } = range;
  return below !== null && (below <= 0 || (atLeast !== null && atLeast >= below));
}

/** One may be said with tax and the other without: then they are compared at each rate at which a session may be paid. */
function judgeLimits(draft: Tariff): readonly TariffFault[] {
  const { minPrice, maxPrice } = draft;
  const isAbove =
    isMore(minPrice?.exclVat, maxPrice?.exclVat) ||
    ratesOf(draft).some((rate) => isMore(grossOf(minPrice, rate), grossOf(maxPrice, rate)));
  return [
    ...judgeLimit(minPrice, 'min'),
    ...judgeLimit(maxPrice, 'max'),
    ...when(isAbove, { kind: 'min-above-max' }, { kind: 'limit', limit: 'min' }),
  ];
}

function judgeLimit(price: PriceLimit | null, limit: 'min' | 'max'): readonly TariffFault[] {
  if (price === null) return [];
  const at: FaultPlace = { kind: 'limit', limit };
  const { exclVat, inclVat } = price;
  return [
    ...when((exclVat ?? 0) < 0 || (inclVat ?? 0) < 0, { kind: 'negative-price' }, at),
    ...when(exclVat === null && inclVat === null, { kind: 'empty-limit' }, at),
    ...when(isMore(exclVat, inclVat), { kind: 'gross-below-net' }, at),
  ];
}

function grossOf(price: PriceLimit | null, rate: BasisPoints): MicroUnits | null {
  if (price === null || price.inclVat !== null || price.exclVat === null) return price?.inclVat ?? null;
  return microUnits(price.exclVat + scaled(price.exclVat, rate, ALL_BASIS_POINTS));
}

function ratesOf({ elements, blocking, taxes }: Tariff): readonly BasisPoints[] {
  const offered = [
    ...elements.flatMap(({ components }) => components),
    ...(blocking === null ? [] : [blocking]),
  ];
  const rates = new Set(offered.map(({ vat }) => vat ?? NO_TAX));
  return taxes === 'none' || rates.size === 0 ? [NO_TAX] : [...rates];
}

const NO_TAX = basisPoints(0);

function isMore(one: MicroUnits | null | undefined, other: MicroUnits | null | undefined): boolean {
  return one != null && other != null && one > other;
}

function judgeBlocking({ perHour, vat, grace, cap, quiet }: BlockingFee): readonly TariffFault[] {
  const at: FaultPlace = { kind: 'blocking' };
  return [
    ...when(perHour < 0 || (cap ?? 0) < 0, { kind: 'negative-price' }, at),
    ...when(vat !== null && (vat < 0 || vat > MOST_TAX), { kind: 'impossible-tax' }, at),
    ...when(grace.ms < 0, { kind: 'empty-range', of: 'duration' }, at),
    ...when(quiet !== null && quiet.from === quiet.to, { kind: 'empty-window' }, at),
  ];
}

/** Whether a fee for blocking is damages, and so without tax, is a matter for a tax adviser: it may differ. */
function judgeTaxes({ elements, taxes }: Tariff): readonly TariffFault[] {
  const rates = new Set(elements.flatMap(({ components }) => components).map(({ vat }) => vat));
  if (taxes === 'none' || rates.size < 2) return [];
  return [{ at: { kind: 'tariff' }, fault: { kind: 'several-taxes' }, severity: 'warns' }];
}

function when(isSo: boolean, fault: Fault, at: FaultPlace = { kind: 'tariff' }): readonly TariffFault[] {
  return isSo ? [{ at, fault, severity: 'forbids' }] : [];
}
