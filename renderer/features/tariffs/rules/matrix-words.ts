import type { MatrixCell, TariffMatrix } from '#api/tariff-rules.ts';
import type { Format } from '../../../lib/format.ts';
import type { Translate } from '../../../text/use-text.ts';

/** How a row is called in the address. */
export function payerKey(group: TariffMatrix['rows'][number]['group']): string {
  return group === null ? 'none' : String(group.id);
}

/** The price that a cell shows: of a kWh now, or why there is none. */
export function cellPrice(
  { tariffName, version, kwhMicros, currency, clockForbidden }: MatrixCell,
  { t, format }: { readonly t: Translate; readonly format: Format },
): string {
  if (tariffName === null) return t('payers.free0');
  if (version === null) return t('payers.noVersionShort');
  if (clockForbidden) return t('payers.clockForbiddenShort');
  return kwhMicros === null || currency === null
    ? t('payers.noPriceShort')
    : t('tariffs.per.energy', { price: format.price(kwhMicros, currency) });
}
