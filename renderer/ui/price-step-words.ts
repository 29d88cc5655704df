import type { PriceStep } from '#api/price-steps.ts';
import type { Format } from '../lib/format.ts';
import type { Translate } from '../text/use-text.ts';
import { clockOf } from './week-words.ts';

export interface StepLine {
  readonly label: string;
  /** How it came about; empty where the label says it. */
  readonly how: string;
  /** What it comes to; empty where nothing is to be paid by itself. */
  readonly amount: string;
  readonly tone: 'line' | 'note';
}

interface Words {
  readonly t: Translate;
  readonly format: Format;
  readonly currency: string;
  /** Where tax comes on top, lines and limits are net. */
  readonly isNet: boolean;
}

type Product = Extract<PriceStep, { kind: 'component' | 'blocking' }>;

/** A step of the sum in words: `Energy`, `11,000 kWh × 0,49 €/kWh`, `5,39 €`. */
export function stepLine(step: PriceStep, words: Words): StepLine {
  const { t, format, currency } = words;
  const money = (minor: number) => format.money(minor, currency);
  switch (step.kind) {
    case 'component': {
      const label = t(
        step.reservation === null ? `prices.line.${step.dimension}` : `prices.reserved.${step.reservation}`,
      );
      return { label, how: productWords(step, words), amount: amountOf(step, words), tone: 'line' };
    }
    case 'blocking':
      return {
        label: t('prices.blocking'),
        how: blockingWords(step, words),
        amount: amountOf(step, words),
        tone: 'line',
      };
    case 'free-energy':
      return note(t('prices.freeEnergy', { energy: energyWords(step.quantity, format) }), '');
    case 'discount': {
      const share = format.percent(step.shareBasisPoints / 100);
      return {
        label: t('prices.discount', { share }),
        how: '',
        amount: money(step.amountMinor),
        tone: 'line',
      };
    }
    case 'tax': {
      const amount = money(step.inclVatMinor - step.exclVatMinor);
      if (step.vatBasisPoints === null) return note(t('prices.noTax'), '');
      const rate = format.percent(step.vatBasisPoints / 100);
      return note(t('prices.tax', { rate, net: money(step.exclVatMinor) }), amount);
    }
    case 'rounding':
      return note(t('prices.rounding'), format.price(step.inclVatMicros, currency));
    case 'limit': {
      const side = words.isNet ? 'exclVatMinor' : 'inclVatMinor';
      const [before, after] = [step.before[side], step.after[side]];
      return {
        label: t(`prices.limit.${step.limit}`),
        how: t('prices.limited', { before: money(before), after: money(after) }),
        amount: money(after - before),
        tone: 'line',
      };
    }
  }
}

/** How long the car stood, what of it costs nothing and why, and what is left. */
function blockingWords(step: Extract<Product, { kind: 'blocking' }>, words: Words): string {
  const { t, format, currency } = words;
  const { standing } = step;
  const span = (ms: number) => spanWords(ms, format);
  const capMicros = standing?.capMicros ?? null;
  const paid = [
    productWords(step, words),
    step.capped && capMicros === null ? t('prices.capped') : '',
    step.capped && capMicros !== null
      ? t('prices.cappedAt', { price: format.price(capMicros, currency) })
      : '',
  ];
  if (standing === null)
    return [t('prices.idle', { duration: span(step.idleMs) }), ...paid].filter(Boolean).join('; ');
  const { quietHours, quietMs, graceMs, graceOf } = standing;
  const grace = quietHours !== null && graceOf === 'idle' ? 'idleOutsideQuiet' : graceOf;
  return [
    t('prices.idle', { duration: span(standing.wholeMs) }),
    quietHours === null || quietMs === 0
      ? ''
      : t('prices.quiet', {
          duration: span(quietMs),
          from: clockOf(quietHours.from),
          to: clockOf(quietHours.to),
        }),
    graceMs === 0 ? '' : t(`prices.grace.${grace}`, { duration: span(graceMs) }),
    ...paid,
  ]
    .filter(Boolean)
    .join('; ');
}

/** mWh as kWh with the three decimals of a meter; more where a part is smaller than that. */
export function energyWords(mwh: number, format: Format): string {
  return format.energy(mwh / 1_000, mwh % 1_000 === 0 ? 3 : 6);
}

/** ms as time, with its seconds where it has any. */
export function spanWords(ms: number, format: Format): string {
  const seconds = Math.round(ms / 1_000);
  const rest = seconds % 60;
  if (seconds < 60 || rest === 0) return format.duration(seconds);
  return `${format.duration(seconds - rest)}\u00a0${format.duration(rest)}`;
}

function productWords(step: Product, words: Words): string {
  const { t, format, currency } = words;
  const dimension = step.kind === 'blocking' ? 'parking' : step.dimension;
  switch (dimension) {
    case 'energy':
      return t('prices.times', {
        quantity: energyWords(step.quantity, format),
        price: t('tariffs.per.energy', { price: format.price(step.priceMicros, currency) }),
      });
    case 'flat':
      return '';
    case 'time':
    case 'parking':
      return t('prices.times', {
        // A price by time is one of minutes, of none of them as well.
        quantity: step.quantity === 0 ? t('prices.noMinutes') : spanWords(step.quantity, format),
        price: timePrice(step, words),
      });
  }
}

/** A blocking fee is known by the minute, other time by the hour. */
function timePrice({ kind, priceMicros }: Product, { t, format, currency }: Words): string {
  const isByMinute = kind === 'blocking' && priceMicros % HOUR_MINUTES === 0;
  return isByMinute
    ? t('prices.perMinute', { price: format.price(priceMicros / HOUR_MINUTES, currency) })
    : t('prices.perHour', { price: format.price(priceMicros, currency) });
}

const HOUR_MINUTES = 60;

/** Where a tariff rounds its totals only, a line is said as exactly as it is. */
function amountOf({ roundedMinor, exactMicros }: Product, { format, currency }: Words): string {
  return roundedMinor === null ? format.price(exactMicros, currency) : format.money(roundedMinor, currency);
}

function note(label: string, amount: string): StepLine {
  return { label, how: '', amount, tone: 'note' };
}
