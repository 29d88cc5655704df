import type { Instant } from '../shared/units.ts';
import type { Tariff } from './tariff.ts';

/** What a tariff was, or is to be, for sessions that start within a time. Never changed once published. */
export interface TariffVersion {
  readonly tariffId: number;
  /** From 1. */
  readonly number: number;
  readonly from: Instant;
  readonly tariff: Tariff;
  /** What drivers read beside the price. */
  readonly text: string;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
  readonly note: string;
  /** Set where it was taken back before it took effect: no session began by it. */
  readonly withdrawnAt: Instant | null;
}

export type PublishWish = Omit<TariffVersion, 'number' | 'publishedAt' | 'withdrawnAt'>;

export type Published =
  | { readonly kind: 'published'; readonly version: TariffVersion }
  /** Sessions may have started by what would be rewritten. */
  | { readonly kind: 'in-the-past'; readonly now: Instant }
  /** Another version takes effect later still; versions follow each other in time. */
  | { readonly kind: 'before-another'; readonly version: TariffVersion };

/** The version by which a session is priced: the one in effect when it started, to its end. */
export function versionAt(versions: readonly TariffVersion[], startedAt: Instant): TariffVersion | null {
  return versions.reduce<TariffVersion | null>((latest, one) => {
    if (one.withdrawnAt !== null || one.from > startedAt) return latest;
    return latest === null || one.from > latest.from ? one : latest;
  }, null);
}

/** The one that takes effect next. */
export function versionAfter(versions: readonly TariffVersion[], now: Instant): TariffVersion | null {
  return versions.reduce<TariffVersion | null>((first, one) => {
    if (one.withdrawnAt !== null || one.from <= now) return first;
    return first === null || one.from < first.from ? one : first;
  }, null);
}

/** By what sessions are priced that begin now or later: the one in effect and all that are scheduled. */
export function countingVersions(versions: readonly TariffVersion[], now: Instant): readonly TariffVersion[] {
  const inForce = versionAt(versions, now);
  return versions.filter((one) => one === inForce || (one.withdrawnAt === null && one.from > now));
}

/** Adds a version that counts from a moment on. Those before stay as they are: each ends where the next begins. */
export function publish(versions: readonly TariffVersion[], wish: PublishWish, now: Instant): Published {
  if (wish.from < now) return { kind: 'in-the-past', now };
  const later = versions.find(({ from, withdrawnAt }) => withdrawnAt === null && from >= wish.from);
  if (later !== undefined) return { kind: 'before-another', version: later };
  const number = versions.reduce((most, one) => Math.max(most, one.number), 0) + 1;
  return { kind: 'published', version: { ...wish, number, publishedAt: now, withdrawnAt: null } };
}

/** Takes back a version; null where sessions may have begun by it. */
export function withdraw(version: TariffVersion, now: Instant): TariffVersion | null {
  return version.withdrawnAt !== null || version.from <= now ? null : { ...version, withdrawnAt: now };
}
