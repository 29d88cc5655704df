import type { ConnectorId, StationId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import {
  type GivenKey,
  isSameKey,
  type KeyHistory,
  type KeySighting,
  keyAt,
  replaceKey,
  type SeenKey,
  seeKey,
} from './pinned-key.ts';
import type { MeterKey } from './record-verdict.ts';

/** What is known of the keys of one connector's meter. */
export interface MeterKeys {
  readonly stationId: StationId;
  readonly connectorId: ConnectorId;
  readonly history: KeyHistory;
  /** What the station showed last, and when it began to; null until it has shown one. */
  readonly shown: SeenKey | null;
  /** Set while the station shows, or has shown, another key than the pinned one. Sessions wait until a person has looked. */
  readonly alarm: KeyAlarm | null;
}

export interface KeyAlarm {
  readonly seen: SeenKey;
  /** A person says that the key is wrong and the meter the same; sessions go on waiting. */
  readonly judged: KeyJudgement | null;
}

export interface KeyJudgement {
  readonly by: string;
  readonly at: Instant;
  readonly note: string;
}

/** What follows from a sighting: the keys as they are now, and whether it is news. */
export interface Sighted {
  readonly keys: MeterKeys;
  readonly news: 'none' | 'shown' | 'pinned' | 'alarm' | 'alarm-over';
}

export function noKeysYet(stationId: StationId, connectorId: ConnectorId): MeterKeys {
  return { stationId, connectorId, history: [], shown: null, alarm: null };
}

/**
 * A station shows a key. The first one seen at commissioning is pinned; another than the pinned one is an alarm, once. An
 * alarm ends by itself only when a person has called that key wrong and the station tells the pinned one again.
 */
export function sightKey(known: MeterKeys, seen: SeenKey): Sighted {
  const isAnother = known.shown === null || !isSameKey(known.shown.key, seen.key);
  const keys: MeterKeys = isAnother ? { ...known, shown: seen } : known;
  const plain: Sighted = { keys, news: isAnother ? 'shown' : 'none' };
  const sighting = seeKey(known.history, seen);
  switch (sighting.kind) {
    case 'pinned':
      return { keys: { ...keys, history: sighting.history }, news: 'pinned' };
    case 'unpinned':
      return plain;
    case 'known':
      return isOver(known.alarm, seen) ? { keys: { ...keys, alarm: null }, news: 'alarm-over' } : plain;
    case 'changed':
      return alarmed(known, plain, seen);
  }
}

/** A person pins a key, the first one or that of a new meter. An alarm about that very key is settled by it. */
export function pinKey(known: MeterKeys, given: GivenKey): MeterKeys {
  const isSettled = known.alarm !== null && isSameKey(known.alarm.seen.key, given.key);
  return {
    ...known,
    history: replaceKey(known.history, given),
    alarm: isSettled ? null : known.alarm,
  };
}

/** A person says that the key of the alarm is wrong. Null where there is no alarm. */
export function callKeyWrong(known: MeterKeys, judged: KeyJudgement): MeterKeys | null {
  return known.alarm === null ? null : { ...known, alarm: { ...known.alarm, judged } };
}

/** The moments of a session whose key is asked about. */
interface Span {
  readonly from: Instant;
  /** Null while it runs. */
  readonly to: Instant | null;
}

/**
 * What the keys that came with a session's records are against the one that was pinned when it began; null where none came
 * and nothing speaks against the pinned one. The worst counts. An alarm that began before the session's end counts as well.
 */
export function keyOfSession(
  keys: MeterKeys,
  { from, to }: Span,
  claimed: readonly MeterKey[],
): KeySighting['kind'] | null {
  if (keys.alarm !== null && (to === null || keys.alarm.seen.at <= to)) return 'changed';
  if (keyAt(keys.history, from) === null) return 'unpinned';
  const kinds = claimed.map((key) => seeKey(keys.history, { key, source: 'record', at: from }).kind);
  if (kinds.includes('changed')) return 'changed';
  return kinds.length === 0 ? null : 'known';
}

/** An alarm that nobody has looked at yet is about whatever key is shown last: one line in the logbook is enough. */
function alarmed({ alarm }: MeterKeys, plain: Sighted, seen: SeenKey): Sighted {
  if (alarm !== null && isSameKey(alarm.seen.key, seen.key)) return plain;
  const isOpen = alarm !== null && alarm.judged === null;
  const since = isOpen ? alarm.seen.at : seen.at;
  const keys: MeterKeys = { ...plain.keys, alarm: { seen: { ...seen, at: since }, judged: null } };
  return { keys, news: isOpen ? 'shown' : 'alarm' };
}

function isOver(alarm: KeyAlarm | null, { source }: SeenKey): boolean {
  return (
    alarm !== null && alarm.judged !== null && (source === 'configuration' || source === 'commissioning')
  );
}
