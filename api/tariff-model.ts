import { type Static, Type } from 'typebox';
import { nullable, words } from './schema.ts';

export const DIMENSIONS = ['energy', 'time', 'parking', 'flat'] as const;
export const HOLIDAY_RULES = ['ignored', 'too', 'except', 'only'] as const;
/** The sixteen Länder by ISO 3166-2:DE. */
export const LANDS = [
  ...['BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV'],
  ...['NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'],
] as const;

/** Whether prices are gross, net, or know no tax. */
export const TAXES = ['included', 'on-top', 'none'] as const;

/** A million of whatever currency. */
export const MOST_MICROS = 1_000_000_000_000;
/** Millionths of the currency's unit: 0.49 are 490000. */
export const Micros = Type.Integer({
  minimum: 0,
  maximum: MOST_MICROS,
  description: 'Millionths of the currency’s unit',
});
/** Null where no tax applies, which is another thing than 0 %. */
export const Vat = nullable(
  Type.Integer({ minimum: 0, maximum: 10_000, description: 'Hundredths of a percent: 1900 are 19 %' }),
);

/** Site-local minutes since midnight; where `to` is not after `from` it goes past midnight. */
export const DayWindow = Type.Object({
  from: Type.Integer({ minimum: 0, maximum: 1_439 }),
  to: Type.Integer({ minimum: 1, maximum: 1_440 }),
});
export type DayWindow = Static<typeof DayWindow>;

const Bound = nullable(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }));
/** From the one, inclusive, to the other, exclusive; null: no bound. */
const Range = nullable(Type.Object({ atLeast: Bound, below: Bound }));
const Day = nullable(Type.String({ format: 'date' }));

/** All that is said must hold; null says nothing (OCPI 2.2.1 §11.4.6). */
export const Restrictions = Type.Object({
  window: nullable(DayWindow),
  /** 1 is Monday. */
  weekdays: nullable(
    Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { maxItems: 7, uniqueItems: true }),
  ),
  /** Public holidays of the tariff’s Land: days like others, come to the weekdays, are left out, or are it alone. */
  holidays: words(HOLIDAY_RULES),
  /** Local days; `until` is the first day after it. */
  dates: nullable(Type.Object({ from: Day, until: Day })),
  /** Since the start of the session. */
  energyWh: Range,
  /** Since the start of the session. */
  durationSeconds: Range,
  /** At the moment. */
  powerW: Range,
  /** At the moment, summed over the phases. */
  currentMa: Range,
  reservation: nullable(words(['used', 'expired'] as const)),
});
export type Restrictions = Static<typeof Restrictions>;

export const PriceComponent = Type.Object({
  dimension: words(DIMENSIONS),
  /** Per kWh, per hour, or for the session. */
  priceMicros: Micros,
  vatBasisPoints: Vat,
});
export type PriceComponent = Static<typeof PriceComponent>;

export const TariffElement = Type.Object({
  components: Type.Array(PriceComponent, { maxItems: 4 }),
  when: Restrictions,
});
export type TariffElement = Static<typeof TariffElement>;

const PriceLimit = nullable(
  Type.Object({ exclVatMicros: nullable(Micros), inclVatMicros: nullable(Micros) }),
);

/** For a car that is full and stays. Counted is only time of which is known that the car wanted nothing. */
export const BlockingFee = Type.Object({
  perHourMicros: Micros,
  vatBasisPoints: Vat,
  /** Free is the first idle time, or all until so long after the start of the session. */
  grace: Type.Object({
    of: words(['idle', 'session'] as const),
    seconds: Type.Integer({ minimum: 0, maximum: 2_592_000 }),
  }),
  /** Most that a session pays of it. */
  capMicros: nullable(Micros),
  /** Nothing is counted meanwhile. */
  quiet: nullable(DayWindow),
});
export type BlockingFee = Static<typeof BlockingFee>;

/** What a session costs. In order: for each dimension the first element whose restrictions hold gives the price. */
export const Tariff = Type.Object({
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  /** Whether prices are gross, net, or know no tax (OCPI 2.3.0 TaxIncluded: YES, NO, N/A). */
  taxes: words(TAXES),
  elements: Type.Array(TariffElement, { maxItems: 200 }),
  minPrice: PriceLimit,
  maxPrice: PriceLimit,
  blocking: nullable(BlockingFee),
  /** Whose public holidays are meant. */
  land: nullable(words(LANDS)),
});
export type Tariff = Static<typeof Tariff>;
