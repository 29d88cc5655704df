import { type Static, Type } from 'typebox';
import { OcpiFault } from './ocpi-faults.ts';
import { needs, route } from './route.ts';
import { nullable, words } from './schema.ts';
import { DIMENSIONS, Tariff } from './tariff-model.ts';

export const OCPI_NOTES = [
  'step-size',
  'net-rounding',
  'no-vat',
  'reservation',
  'power',
  'current',
  'last-minute',
  'unknown-restriction',
  'dimension-lost',
  'rounded',
  'starts',
  'ends',
  'other-currency',
  'dimension-twice',
  'not-for-reservations',
  'profile',
  'text-too-long',
  'other-languages',
  'alt-url',
  'energy-mix',
  'preauthorize',
  'unknown-field',
] as const;

/** What a tariff of OCPI says that is left out, or means something else here. */
export const OcpiNote = Type.Object({
  kind: words(OCPI_NOTES),
  /** With `price` a session may cost something else here, or the tariff count at another time. */
  weight: words(['price', 'aside'] as const),
  /** Where it stands: `elements[0].price_components[1].step_size`. */
  path: Type.String(),
  /** Counted from 0 in the file; null: the tariff as a whole. */
  element: nullable(Type.Integer()),
  component: nullable(Type.Integer()),
  dimension: nullable(words(DIMENSIONS)),
  /**
   * What stands there, where that says more: seconds or Wh of `step-size`, UTC of `starts` and `ends`; of `other-currency`
   * the one in which the site has its prices.
   */
  value: nullable(Type.String()),
});
export type OcpiNote = Static<typeof OcpiNote>;

/** A tariff of OCPI as it can be added here. */
export const OcpiTariff = Type.Object({
  /** What it is called there. */
  ocpiId: nullable(Type.String()),
  /** Where it stands: empty for one alone, else `[3]` or `data[3]`. */
  path: Type.String(),
  /** For drivers, in the language of the site if there is one. */
  text: Type.String(),
  draft: Tariff,
  notes: Type.Array(OcpiNote),
});
export type OcpiTariff = Static<typeof OcpiTariff>;

export const readOcpiTariffs = route({
  method: 'POST',
  path: '/ocpi-tariffs',
  area: 'tariffs',
  access: needs('tariffs.read', 'somewhere'),
  module: 'tariffs',
  summary:
    'Read tariffs of OCPI 2.2.1 or 2.3.0 as drafts, with notes on what is left out or means something else here. ' +
    'Nothing is stored: what should stay is added with POST /tariffs',
  body: Type.Unknown({
    description:
      'A tariff as another program sends it, a list of them, or what it answers GET /tariffs with (`{"data": [...]}`)',
  }),
  response: Type.Object({
    items: Type.Array(OcpiTariff),
    /** Tariffs of a list that could not be read; where none can, the first of them is the problem. */
    unreadable: Type.Array(Type.Object({ ocpiId: nullable(Type.String()), fault: OcpiFault })),
  }),
});
