import type { Instant } from '#core/shared/units.ts';
import { versionAt } from '#core/tariffs/tariff-version.ts';
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
    const versions = prices.versionsOf(id);
    const counting = [versionAt(versions, now), ...versions.filter(({ from }) => from > now)];
    for (const version of counting)
      if (version !== null && version.withdrawnAt === null) found.add(version.tariff.currency);
  }
  return [...found];
}

/** One of them that is not this one; null where all prices are in it. */
export function otherCurrency(
  live: LiveSite,
  { currency, ...at }: At & { readonly currency: string },
): string | null {
  return siteCurrencies(live, at).find((one) => one !== currency) ?? null;
}
