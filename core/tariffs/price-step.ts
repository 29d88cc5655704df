import type { Milliseconds } from '../shared/units.ts';
import type { BasisPoints, MicroUnits, MilliwattHours, MinorUnits, Money } from './amounts.ts';
import type { DayWindow, Dimension, Grace, Restrictions } from './tariff.ts';
import type { SessionPart } from './walk-session.ts';

/** One line of the sum: how an amount came about. */
export type PriceStep =
  | ComponentStep
  | FreeEnergyStep
  | BlockingStep
  | DiscountStep
  | TaxStep
  | RoundingStep
  | LimitStep;

/** Quantity × price of one component of the tariff. */
export interface ComponentStep extends Product {
  readonly kind: 'component';
  readonly dimension: Dimension;
  readonly reservation: Restrictions['reservation'];
  /** Place of the element that counted, and of the component in it; from 0. */
  readonly element: number;
  readonly component: number;
  /** Of the quantity, what blocks of the component's step size have added. */
  readonly added: number;
  readonly parts: readonly SessionPart[];
}

/** What the contract made free, and what no step above holds therefore. */
export interface FreeEnergyStep {
  readonly kind: 'free-energy';
  readonly quantity: MilliwattHours;
}

export interface BlockingStep extends Product {
  readonly kind: 'blocking';
  /** Idle time that was looked at; what the grace leaves of it is the quantity. */
  readonly idle: Milliseconds;
  /** The product was more than the fee's cap. */
  readonly isCapped: boolean;
  readonly parts: readonly SessionPart[];
  /** Null of prices that were kept before it was told. */
  readonly standing: Standing | null;
}

/** What of the time that a full car stood was left out: `whole` − `quiet` − `grace` is paid. */
export interface Standing {
  readonly whole: Milliseconds;
  /** It lay in the quiet hours, in which the grace of a full car does not run either. */
  readonly quiet: Milliseconds;
  readonly quietHours: DayWindow | null;
  readonly grace: Milliseconds;
  readonly graceOf: Grace['of'];
  /** Most that a session pays of the fee. */
  readonly cap: MicroUnits | null;
}

export interface DiscountStep {
  readonly kind: 'discount';
  readonly share: BasisPoints;
  readonly vat: BasisPoints | null;
  /** Below zero. */
  readonly amount: MinorUnits;
}

/** What all lines of one rate come to. */
export interface TaxStep extends Money {
  readonly kind: 'tax';
  readonly vat: BasisPoints | null;
}

/** The exact sums before they became the totals. */
export interface RoundingStep {
  readonly kind: 'rounding';
  readonly exclVat: MicroUnits;
  readonly inclVat: MicroUnits;
}

/** The tariff's least or highest price took the place of the sum. */
export interface LimitStep {
  readonly kind: 'limit';
  readonly limit: 'min' | 'max';
  readonly before: Money;
  readonly after: Money;
}

interface Product {
  /** In mWh or ms; 1 for a flat fee. */
  readonly quantity: number;
  /** Gross or net, as the tariff is. */
  readonly price: MicroUnits;
  readonly vat: BasisPoints | null;
  /** To the millionth, for whoever checks; what is paid is `rounded`. */
  readonly exact: MicroUnits;
  /** Null where a tariff rounds its totals only. */
  readonly rounded: MinorUnits | null;
}
