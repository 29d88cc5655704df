import type { Tariff } from '#api/tariff-model.ts';
import type { RuleExtras } from '#api/tariff-rules.ts';
import type { Format } from '../../../lib/format.ts';
import type { Translate } from '../../../text/use-text.ts';
import { feeWords } from './fee-words.ts';

/** `20 kWh free each month, 10 % off`; empty where nothing is agreed. `taxes`: how the tariff stands to tax, null if unknown. */
export function extrasWords(
  { freeWhPerMonth, discountBasisPoints, monthlyFee }: RuleExtras,
  taxes: Tariff['taxes'] | null,
  { t, format }: { readonly t: Translate; readonly format: Format },
): string {
  return [
    freeWhPerMonth === 0 ? '' : t('payers.free', { energy: format.energy(freeWhPerMonth) }),
    discountBasisPoints === 0
      ? ''
      : t('payers.discount', { share: format.percent(discountBasisPoints / 100) }),
    monthlyFee === null ? '' : feeWords(monthlyFee, taxes, { t, format }),
  ]
    .filter(Boolean)
    .join(', ');
}
