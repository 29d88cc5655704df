import type { StationId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** What a station said of its own settings (GetConfiguration, OCPP 1.6 §5.8), and when. */
export interface StationConfiguration {
  readonly stationId: StationId;
  /** When it was last read as a whole, or as far as the station let itself be read; null where only single keys were. */
  readonly readAt: Instant | null;
  /** The firmware it had then: another one may have other keys. */
  readonly firmware: string | null;
  /** False when the station broke off, so that keys may be missing. */
  readonly whole: boolean;
  readonly entries: readonly ConfigurationEntry[];
  /** Keys that were asked for and that it does not know. */
  readonly unknown: readonly string[];
  /** The template that was last applied; differences from it are drift. */
  readonly templateId: number | null;
}

export interface ConfigurationEntry {
  readonly key: string;
  readonly readOnly: boolean;
  /** Null where it has none, and for secrets: those are not kept. */
  readonly value: string | null;
  readonly secret: boolean;
  readonly readAt: Instant;
}

/** What a station made of a change of one key. */
export type ConfigurationAnswer =
  | { readonly kind: 'accepted' }
  /** Taken, but not in force before it restarts. */
  | { readonly kind: 'reboot-required' }
  | { readonly kind: 'not-supported' }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'not-connected' }
  /** It may have been changed all the same: what it was read back as says so. */
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'error'; readonly problem: string };

/** One change of one key: who, when, from what to what, and what came of it. Secrets leave no values. */
export interface ConfigurationChange {
  readonly stationId: StationId;
  readonly at: Instant;
  readonly who: string;
  readonly key: string;
  readonly before: string | null;
  readonly wanted: string | null;
  /** What it was read back as; null where it was not. */
  readonly after: string | null;
  readonly answer: ConfigurationAnswer;
  readonly templateId: number | null;
}

export function neverRead(stationId: StationId, firmware: string | null): StationConfiguration {
  return { stationId, readAt: null, firmware, whole: false, entries: [], unknown: [], templateId: null };
}

export function entryOf(configuration: StationConfiguration | null, key: string): ConfigurationEntry | null {
  const folded = key.toLowerCase();
  return configuration?.entries.find((entry) => entry.key.toLowerCase() === folded) ?? null;
}

/** The configuration with some entries read anew; an entry keeps its place. */
export function withEntries(
  configuration: StationConfiguration,
  fresh: readonly ConfigurationEntry[],
): StationConfiguration {
  const waiting = new Map(fresh.map((entry) => [entry.key.toLowerCase(), entry]));
  const entries = configuration.entries.map((entry) => {
    const key = entry.key.toLowerCase();
    const newer = waiting.get(key);
    waiting.delete(key);
    return newer ?? entry;
  });
  return { ...configuration, entries: [...entries, ...waiting.values()] };
}
