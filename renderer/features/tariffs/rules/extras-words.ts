import type { RuleExtras } from '#api/tariff-rules.ts';
import type { Format } from '../../../lib/format.ts';
import type { Translate } from '../../../text/use-text.ts';

/** `20 kWh free each month, 10 % off`; empty where nothing is granted. */
export function extrasWords(
  { freeWhPerMonth, discountBasisPoints, monthlyFee }: RuleExtras,
  { t, format }: { readonly t: Translate; readonly format: Format },
): string {
  return [
    freeWhPerMonth === 0 ? '' : t('payers.free', { energy: format.energy(freeWhPerMonth) }),
    discountBasisPoints === 0
      ? ''
      : t('payers.discount', { share: format.percent(discountBasisPoints / 100) }),
    monthlyFee === null
      ? ''
      : t('payers.fee', { price: format.price(monthlyFee.perMonthMicros, monthlyFee.currency) }),
  ]
    .filter(Boolean)
    .join(', ');
}
