import type { Instant } from '../../shared/units.ts';
import { basisPoints, MICROS_PER_UNIT, microUnits } from '../amounts.ts';
import type { Dimension, PriceComponent, PriceLimit, Tariff, TariffElement, Taxes } from '../tariff.ts';
import {
  amountOf,
  fieldOf,
  itemsOf,
  Misread,
  neededOf,
  type Place,
  type ReadDocument,
  readDocument,
  textOf,
  wordOf,
} from './json-place.ts';
import { restrictionsOf } from './read-restrictions.ts';
import { momentOf } from './read-times.ts';

export interface OcpiTariff {
  readonly tariff: Tariff;
  /** When it may be used; who prices by it has been told to, and decides. */
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/**
 * Reads a tariff of OCPI 2.2.1 or 2.3.0 out of parsed JSON. Prices are net unless `tax_included` says otherwise; net ones
 * are rounded in the total only, as their examples are. What has nothing to do with prices is passed over.
 */
export function readOcpiTariff(value: unknown): ReadDocument<OcpiTariff> {
  return readDocument(value, (document) => termsOf(document, elementPlaces(document)));
}

/** Where its elements stand: at least one. */
export function elementPlaces(document: Place): readonly Place[] {
  return filled(neededOf(document, 'elements'));
}

/** The tariff with these of its elements. */
export function termsOf(document: Place, elements: readonly Place[]): OcpiTariff {
  const taxes = taxesOf(fieldOf(document, 'tax_included'));
  const from = fieldOf(document, 'start_date_time');
  const to = fieldOf(document, 'end_date_time');
  const tariff: Tariff = {
    currency: currencyOf(neededOf(document, 'currency')),
    taxes,
    rounding: taxes === 'included' ? 'each-line' : 'total-only',
    elements: elements.map(elementOf),
    minPrice: limitOf(fieldOf(document, 'min_price')),
    maxPrice: limitOf(fieldOf(document, 'max_price')),
    blocking: null,
    land: null,
  };
  return { tariff, from: from && momentOf(from), to: to && momentOf(to) };
}

function taxesOf(place: Place | null): Taxes {
  if (place === null) return 'on-top';
  switch (wordOf(place, ['YES', 'NO', 'N/A'])) {
    case 'YES':
      return 'included';
    case 'NO':
      return 'on-top';
    case 'N/A':
      return 'none';
  }
}

function currencyOf(place: Place): string {
  const code = textOf(place).toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) throw new Misread({ kind: 'unknown-word', path: place.path, word: code });
  return code;
}

function elementOf(place: Place): TariffElement {
  return {
    components: filled(neededOf(place, 'price_components')).map(componentOf),
    when: restrictionsOf(fieldOf(place, 'restrictions')),
  };
}

const DIMENSION_OF: Readonly<Record<string, Dimension>> = {
  ENERGY: 'energy',
  TIME: 'time',
  PARKING_TIME: 'parking',
  FLAT: 'flat',
};

function componentOf(place: Place): PriceComponent {
  const type = neededOf(place, 'type');
  const dimension = DIMENSION_OF[wordOf(type, Object.keys(DIMENSION_OF))] ?? 'flat';
  const vat = fieldOf(place, 'vat');
  const stepSize = fieldOf(place, 'step_size');
  return {
    dimension,
    price: microUnits(amountOf(neededOf(place, 'price'), MICROS_PER_UNIT)),
    vat: vat === null ? null : basisPoints(percentOf(vat)),
    // A flat fee has no blocks, whatever is written there.
    stepSize: stepSize === null || dimension === 'flat' ? null : amountOf(stepSize, 1),
  };
}

/** What an element has prices for that are more than nothing; of one that is not read further, and may be wrong. */
export function pricedIn(element: Place): readonly Dimension[] {
  return itemsOf(neededOf(element, 'price_components')).flatMap((place) => {
    const [type, price] = [fieldOf(place, 'type')?.value, fieldOf(place, 'price')?.value];
    const dimension = typeof type === 'string' ? DIMENSION_OF[type] : undefined;
    return dimension === undefined || typeof price !== 'number' || price <= 0 ? [] : dimension;
  });
}

function percentOf(place: Place): number {
  const points = amountOf(place, 100);
  if (points > 10_000) throw new Misread({ kind: 'out-of-range', path: place.path, from: 0, to: 100 });
  return points;
}

/** 2.2.1 calls it a Price, 2.3.0 a PriceLimit. */
function limitOf(place: Place | null): PriceLimit | null {
  if (place === null) return null;
  const excl = fieldOf(place, 'excl_vat') ?? neededOf(place, 'before_taxes');
  const incl = fieldOf(place, 'incl_vat') ?? fieldOf(place, 'after_taxes');
  return {
    exclVat: microUnits(amountOf(excl, MICROS_PER_UNIT)),
    inclVat: incl === null ? null : microUnits(amountOf(incl, MICROS_PER_UNIT)),
  };
}

function filled(place: Place): readonly Place[] {
  const items = itemsOf(place);
  if (items.length === 0) throw new Misread({ kind: 'empty-list', path: place.path });
  return items;
}
