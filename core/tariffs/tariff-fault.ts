import type { Weekday } from '../access/access-rule.ts';
import type { Dimension } from './tariff.ts';

/** What is wrong with a draft of a tariff, and where. */
export interface TariffFault {
  readonly at: FaultPlace;
  readonly fault: Fault;
  /** `forbids`: it cannot be published. `warns`: it can, but hardly is what somebody meant. */
  readonly severity: 'forbids' | 'warns';
}

export type FaultPlace =
  | { readonly kind: 'tariff' }
  | { readonly kind: 'element'; readonly element: number }
  | { readonly kind: 'component'; readonly element: number; readonly component: number }
  | { readonly kind: 'blocking' }
  | { readonly kind: 'limit'; readonly limit: 'min' | 'max' };

export type Fault =
  | { readonly kind: 'no-elements' }
  | { readonly kind: 'no-components' }
  | { readonly kind: 'unknown-currency'; readonly currency: string }
  /** What else the site sells is in another one. */
  | { readonly kind: 'other-currency'; readonly currency: string }
  | { readonly kind: 'unknown-zone'; readonly zone: string }
  | { readonly kind: 'negative-price' }
  | { readonly kind: 'impossible-tax' }
  /** Under EU law charging is one supply with everything around it: one rate (ECJ C-282/22). */
  | { readonly kind: 'several-taxes' }
  | { readonly kind: 'same-dimension-twice'; readonly dimension: Dimension }
  | { readonly kind: 'step-size' }
  | { readonly kind: 'empty-limit' }
  | { readonly kind: 'min-above-max' }
  | { readonly kind: 'gross-below-net' }
  | { readonly kind: 'empty-window' }
  | { readonly kind: 'empty-days' }
  | { readonly kind: 'empty-dates' }
  | { readonly kind: 'empty-range'; readonly of: 'energy' | 'duration' | 'power' | 'current' }
  /** No session tells of it from moment to moment: the price counts as if it fitted, and hides later ones. */
  | { readonly kind: 'assumed-to-fit'; readonly of: 'power' | 'current' }
  | { readonly kind: 'holidays-without-land' }
  /** Neither energy nor parking can be paid for during a reservation. */
  | { readonly kind: 'not-for-reservations'; readonly dimension: Dimension }
  /** So high that a comma may have slipped. */
  | { readonly kind: 'unusual-price'; readonly dimension: Dimension }
  /** Others always come first. */
  | { readonly kind: 'unreachable'; readonly dimension: Dimension }
  | ({ readonly kind: 'gap'; readonly dimension: Dimension } & WeekStretch)
  /** A price counts at some dates, or from or up to some energy or duration; what is left has none. */
  | ({ readonly kind: 'partly-free'; readonly dimension: Dimension } & WeekStretch)
  | ({ readonly kind: 'overlap'; readonly dimension: Dimension; readonly with: number } & WeekStretch);

/** Minutes of a day of the week; `onHolidays` where only public holidays are meant. */
export interface WeekStretch {
  readonly weekday: Weekday;
  readonly onHolidays: boolean;
  readonly from: number;
  readonly to: number;
}
