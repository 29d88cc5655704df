import type { Instant } from '#core/shared/units.ts';
import type { TariffRule } from '#core/tariffs/tariff-rule.ts';
import { countingVersions } from '#core/tariffs/tariff-version.ts';
import type { LiveSite } from '../site/live-site.ts';

interface At {
  readonly now: Instant;
  /** A tariff that is not looked at: it may change. */
  readonly besides?: number | null;
}

/** The currencies of all that counts or is to count. Sums of a site are in one: only a tariff that changes its own has two. */
export function siteCurrencies({ prices }: LiveSite, { now, besides }: At): readonly string[] {
  const found = new Set<string>();
  for (const { id, removedAt } of prices.tariffs.values()) {
    if (id === besides || removedAt !== null) continue;
    for (const { tariff } of countingVersions(prices.versionsOf(id), now)) found.add(tariff.currency);
  }
  return [...found];
}

/** What is paid without a tariff is in this. */
export function siteCurrency(live: LiveSite, now: Instant): string {
  return siteCurrencies(live, { now })[0] ?? UNTIL_SOMETHING_IS_SOLD;
}

const UNTIL_SOMETHING_IS_SOLD = 'EUR';

/** One of them that is not this one; null where all prices are in it. */
export function otherCurrency(
  live: LiveSite,
  { currency, ...at }: At & { readonly currency: string },
): string | null {
  return siteCurrencies(live, at).find((one) => one !== currency) ?? null;
}

/** A currency of the site that is not the one of a tariff which is to count again; null where it may. */
export function otherThanTariff(live: LiveSite, id: number, now: Instant): string | null {
  const own = countingVersions(live.prices.versionsOf(id), now).map(({ tariff }) => tariff.currency);
  for (const currency of own) {
    const other = otherCurrency(live, { currency, now, besides: id });
    if (other !== null) return other;
  }
  return null;
}

/** A currency of the site in which a rule would not have somebody pay, by its tariff or its monthly fee. */
export function otherThanRule(
  live: LiveSite,
  { tariffId, extras }: Pick<TariffRule, 'tariffId' | 'extras'>,
  now: Instant,
): string | null {
  const other = otherThanTariff(live, tariffId, now);
  if (other !== null || extras.monthlyFee === null) return other;
  const { currency } = extras.monthlyFee;
  // While a tariff changes its currency, fees are agreed in the one or the other.
  const known = siteCurrencies(live, { now });
  return known.includes(currency) ? null : (known[0] ?? null);
}
