import { assertNever } from '#core/shared/assert-never.ts';
import type { TariffChange } from '#core/tariffs/tariff-change.ts';
import type { TravelingRow } from '../sqlite/table-write.ts';
import { sessionUsageWrite } from './packed-usage.ts';
import { sessionCostWrite, sessionPriceWrite, sessionTermsWrite, sessionUseWrite } from './session-prices.ts';
import { tariffRuleWrite, tariffVersionWrite, tariffWrite } from './tariffs.ts';

/** What things cost and who pays, as a batch holds it. */
export const TARIFF_WRITES = {
  tariffs: tariffWrite,
  tariff_versions: tariffVersionWrite,
  tariff_rules: tariffRuleWrite,
  session_terms: sessionTermsWrite,
  session_uses: sessionUseWrite,
  session_prices: sessionPriceWrite,
  session_costs: sessionCostWrite,
  session_usages: sessionUsageWrite,
} as const;

/** In which table such a change is written, and as which rows. */
export function tariffRowsFor(
  change: Exclude<TariffChange, { readonly kind: 'price-settled' }>,
): readonly [keyof typeof TARIFF_WRITES, readonly TravelingRow[]] {
  switch (change.kind) {
    case 'save-tariff':
      return ['tariffs', [tariffWrite.row(change.tariff)]];
    case 'save-tariff-version':
      return ['tariff_versions', [tariffVersionWrite.row(change.version)]];
    case 'save-tariff-rule':
      return ['tariff_rules', [tariffRuleWrite.row(change.rule)]];
    case 'freeze-terms':
      return ['session_terms', [sessionTermsWrite.row(change.terms)]];
    case 'add-use':
      return ['session_uses', [sessionUseWrite.row(change.use)]];
    case 'add-price':
      return ['session_prices', [sessionPriceWrite.row(change.price)]];
    case 'save-cost':
      return ['session_costs', [sessionCostWrite.row(change.cost)]];
    case 'save-usage':
      return ['session_usages', [sessionUsageWrite.row(change)]];
    default:
      return assertNever(change);
  }
}
