import { type Instant, instant } from '../shared/units.ts';
import type { MeterKey } from './record-verdict.ts';

/** The key of a connector's meter, from when until when it counts. */
export interface PinnedKey {
  readonly key: MeterKey;
  readonly since: Instant;
  /** Null while it counts. */
  readonly until: Instant | null;
  readonly source: KeySource;
  /** Who said so; null where it was pinned by itself at commissioning. */
  readonly by: string | null;
  /** Why, in words of that person; may be empty. */
  readonly note: string;
}

/** Where a key was read. Only from the first two may it be pinned: what comes with a record proves nothing by itself. */
export type KeySource =
  /** Typed or scanned from the meter by a technician. */
  | 'nameplate'
  /** `MeterPublicKey<n>`, or told by DataTransfer, while the connector is commissioned. */
  | 'commissioning'
  /** The same, later on. */
  | 'configuration'
  /** It came with a signed value. */
  | 'record';

/** All keys a connector has had, in the order in which they were pinned; at most one of them still counts. */
export type KeyHistory = readonly PinnedKey[];

export interface SeenKey {
  readonly key: MeterKey;
  readonly source: KeySource;
  readonly at: Instant;
}

/** A key that a person has read from a meter, or takes over from what its station tells. */
export interface GivenKey extends SeenKey {
  readonly by: string;
  readonly note: string;
}

export type KeySighting =
  /** The first key of a connector, read at commissioning. */
  | { readonly kind: 'pinned'; readonly history: KeyHistory }
  | { readonly kind: 'known' }
  /** Another than the pinned one: an alarm, and sessions wait until a person has looked at the meter. */
  | { readonly kind: 'changed'; readonly pinned: MeterKey; readonly seen: MeterKey }
  /** None is pinned, and this is no place to take one from. */
  | { readonly kind: 'unpinned'; readonly seen: MeterKey };

/** What it means that a station shows a key. Nothing replaces a pinned key but `replaceKey`. */
export function seeKey(history: KeyHistory, seen: SeenKey): KeySighting {
  const pinned = keyAt(history, seen.at);
  if (pinned !== null)
    return isSameKey(pinned.key, seen.key)
      ? { kind: 'known' }
      : { kind: 'changed', pinned: pinned.key, seen: seen.key };
  const mayBePinned = seen.source === 'nameplate' || seen.source === 'commissioning';
  if (!mayBePinned || history.length > 0) return { kind: 'unpinned', seen: seen.key };
  return { kind: 'pinned', history: [{ ...pinnedAs(seen), by: null, note: '' }] };
}

/**
 * A person says that the meter was exchanged: the old key counts until then, the new one from then on. Nothing leaves a
 * history: a key that is said never to have counted, because the exchange was before it, ends as it began.
 */
export function replaceKey(history: KeyHistory, given: GivenKey): KeyHistory {
  const closed = history.map((one) =>
    one.until === null || one.until > given.at
      ? { ...one, until: instant(Math.max(one.since, given.at)) }
      : one,
  );
  return [...closed, { ...pinnedAs(given), by: given.by, note: given.note }];
}

/** The key that counts now: the latest that anybody pinned. */
export function keyNow(history: KeyHistory): PinnedKey | null {
  return history.find(({ until }) => until === null) ?? null;
}

/** The key that counted at a moment: that of a session's start, even if the meter has been exchanged since. */
export function keyAt(history: KeyHistory, at: Instant): PinnedKey | null {
  return history.find(({ since, until }) => since <= at && (until === null || at < until)) ?? null;
}

/** Whether two spellings are of one key. A bare point says nothing of its curve and may be compressed, so the point decides. */
export function isSameKey(one: MeterKey, other: MeterKey): boolean {
  const sameCurve = one.curve === null || other.curve === null || one.curve === other.curve;
  return sameCurve && compressed(one.point) === compressed(other.point);
}

/** On its curve, a point is known by its x and whether its y is odd (SEC 1 §2.3.3). */
function compressed(point: string): string {
  if (!point.startsWith(UNCOMPRESSED)) return point;
  const end = UNCOMPRESSED.length + (point.length - UNCOMPRESSED.length) / 2;
  const isOdd = Number.parseInt(point.slice(-1), 16) % 2 === 1;
  return `${isOdd ? '03' : '02'}${point.slice(UNCOMPRESSED.length, end)}`;
}

const UNCOMPRESSED = '04';

function pinnedAs({ key, source, at }: SeenKey): Omit<PinnedKey, 'by' | 'note'> {
  return { key, source, since: at, until: null };
}
