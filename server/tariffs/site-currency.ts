import type { Instant } from '#core/shared/units.ts';
import { versionAt } from '#core/tariffs/tariff-version.ts';
import type { LiveSite } from '../site/live-site.ts';

interface At {
  readonly now: Instant;
  /** A tariff that is not looked at: it may change. */
  readonly besides?: number;
}

/** The currency of all that counts or is to count: sums of a site are in one. Null where nothing does. */
export function siteCurrency({ prices }: LiveSite, { now, besides }: At): string | null {
  for (const { id, removedAt } of prices.tariffs.values()) {
    if (id === besides || removedAt !== null) continue;
    const versions = prices.versionsOf(id);
    const counting = [versionAt(versions, now), ...versions.filter(({ from }) => from > now)];
    for (const version of counting)
      if (version !== null && version.withdrawnAt === null) return version.tariff.currency;
  }
  return null;
}
