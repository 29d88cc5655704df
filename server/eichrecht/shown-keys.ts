import type { LiveEvent } from '#api/events.ts';
import type { Change } from '#core/changes.ts';
import { type MeterKeys, type Sighted, sightKey } from '#core/eichrecht/meter-keys.ts';
import { keyNow, type SeenKey } from '#core/eichrecht/pinned-key.ts';
import type { ConnectorId, StationId } from '#core/shared/ids.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import { keyFingerprint } from './key-fingerprint.ts';

/** A key that a station shows for the meter of one of its connectors. */
export interface ShownKey extends SeenKey {
  readonly connectorId: ConnectorId;
}

interface Told {
  readonly changes: readonly Change[];
  readonly told: readonly LiveEvent[];
}

/** What follows from keys that a station shows: nothing where they are known already, an alarm where one is another. */
export function keysShown(live: LiveSite, stationId: StationId, shown: readonly ShownKey[]): Told {
  const met = new Map<ConnectorId, MeterKeys>();
  const changes: Change[] = [];
  for (const { connectorId, ...seen } of shown) {
    const known = met.get(connectorId) ?? live.meterKeys.at(stationId, connectorId);
    const sighted = sightKey(known, seen);
    if (sighted.news === 'none') continue;
    met.set(connectorId, sighted.keys);
    changes.push({ kind: 'save-meter-keys', keys: sighted.keys }, ...linesOf(sighted, known, seen));
  }
  if (changes.length === 0) return { changes, told: [] };
  return { changes, told: [{ kind: 'station', stationId }, { kind: 'log' }] };
}

/** Whether somebody is setting the station up: only then a key may be pinned that nobody has looked at. */
export function isCommissioned(live: LiveSite, stationId: StationId): boolean {
  return live.acceptanceRunAt(stationId) !== null || live.stations.get(stationId)?.registration === 'pending';
}

function linesOf({ keys, news }: Sighted, before: MeterKeys, seen: SeenKey): readonly Change[] {
  const place = { stationId: keys.stationId, connectorId: keys.connectorId };
  const fingerprint = keyFingerprint(seen.key);
  const now = keyNow(before.history);
  const pinned = now === null ? '' : keyFingerprint(now.key);
  switch (news) {
    case 'pinned':
      return [logLine(seen.at, 'meter-key-pinned', { ...place, facts: { key: fingerprint } })];
    case 'alarm': {
      const facts = { key: fingerprint, pinned };
      return [logLine(seen.at, 'meter-key-changed', { ...place, level: 'fault', facts })];
    }
    case 'alarm-over':
      return [logLine(seen.at, 'meter-key-back', { ...place, facts: { key: fingerprint } })];
    case 'shown':
    case 'none':
      return [];
  }
}
