import type { Tariff } from '#api/tariff-model.ts';
import type { RuleExtras } from '#api/tariff-rules.ts';
import type { Format } from '../../../lib/format.ts';
import type { Translate } from '../../../text/use-text.ts';

type MonthlyFee = NonNullable<RuleExtras['monthlyFee']>;

interface Words {
  readonly t: Translate;
  readonly format: Format;
}

/** `with 19 % VAT`: a monthly fee is gross or net as the prices of its tariff are. */
export function feeTaxWords(
  { vatBasisPoints }: Pick<MonthlyFee, 'vatBasisPoints'>,
  taxes: Tariff['taxes'],
  { t, format }: Words,
): string {
  if (taxes === 'none' || vatBasisPoints === null) return t('payers.feeTax.none');
  return t(`payers.feeTax.${taxes}`, { vat: format.percent(vatBasisPoints / 100) });
}

/** `5,00 € a month`, with its tax where it is known how the tariff stands to it. */
export function feeWords(fee: MonthlyFee, taxes: Tariff['taxes'] | null, words: Words): string {
  const price = words.t('payers.fee', { price: words.format.price(fee.perMonthMicros, fee.currency) });
  return taxes === null ? price : `${price} (${feeTaxWords(fee, taxes, words)})`;
}
