import type { Dimension } from '../tariff.ts';

/** What a tariff of OCPI says that is left out here, or means something else. */
export interface OcpiNote {
  readonly kind: OcpiNoteKind;
  readonly at: NotePlace;
  /**
   * What stands there, where that says more: of `starts` and `ends` an instant, of `other-currency` the one that the site
   * has instead.
   */
  readonly value: string | null;
}

/** Where it stands in the file, elements and components counted from 0; null: the tariff as a whole. */
export interface NotePlace {
  readonly path: string;
  readonly element: number | null;
  readonly component: number | null;
  readonly dimension: Dimension | null;
}

/** With these a session may cost something else here. */
const PRICE_NOTES = [
  /** Blocks are not billed (ADR 14). */
  'step-size',
  /** Net prices: here each line becomes cents, there the total alone; each line may make half a cent. */
  'net-rounding',
  'no-vat',
  /** Nobody is charged for a reservation. */
  'reservation',
  /** No session tells of its power or current from moment to moment: the price counts as if it fitted, and hides later ones. */
  'power',
  'current',
  /** It ends at 23:59, as some programs write midnight: it does not hold in the last minute of the day. */
  'last-minute',
  /** The element is left out: without its restriction it would count always. */
  'unknown-restriction',
  /** With an element that is left out the only price of a dimension went: it would be free. */
  'dimension-lost',
  /** It has more decimals than a draft. */
  'rounded',
  'starts',
  'ends',
  'other-currency',
] as const;

/** All others say nothing about what a session costs here. */
export type OcpiNoteKind =
  | (typeof PRICE_NOTES)[number]
  /** An earlier component of the element has the same dimension: this one never counted. */
  | 'dimension-twice'
  /** Nobody takes energy or parks during a reservation. */
  | 'not-for-reservations'
  | 'profile'
  | 'text-too-long'
  | 'other-languages'
  | 'alt-url'
  | 'energy-mix'
  | 'preauthorize'
  | 'unknown-field';

/** Whether a session may cost something else because of it. */
export function isAboutPrices(kind: OcpiNoteKind): boolean {
  return PRICE_NOTES.some((one) => one === kind);
}

/** A note; `value` is null where the place says all. */
export function noteOf(kind: OcpiNoteKind, at: NotePlace, value: string | null = null): OcpiNote {
  return { kind, at, value };
}
