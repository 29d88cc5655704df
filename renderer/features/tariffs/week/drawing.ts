import type { PriceComponent, TariffElement } from '#api/tariff-model.ts';
import type { Paint } from './paint.ts';

/** The elements of a tariff, sorted by how a person works on them. */
export interface Drawing {
  /** Depend on more than the clock, or on minutes between quarters: they come first and win over what is painted. */
  readonly specials: readonly TariffElement[];
  readonly paint: Paint;
  /** What each session pays once, whenever it begins. */
  readonly startFee: PriceComponent | null;
}
