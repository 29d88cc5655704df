import type { Change } from '#core/changes.ts';
import { callKeyWrong, type MeterKeys, pinKey } from '#core/eichrecht/meter-keys.ts';
import { type GivenKey, keyNow } from '#core/eichrecht/pinned-key.ts';
import type { ConnectorId, StationId } from '#core/shared/ids.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';
import { keyFingerprint } from './key-fingerprint.ts';

interface Place {
  readonly stationId: StationId;
  readonly connectorId: ConnectorId;
}

/** A person pins the key of a meter: the first one, or that of the meter that was put in its place. */
export function pinMeterKey(
  app: Application,
  { stationId, connectorId }: Place,
  given: GivenKey,
): Promise<void> {
  return decide(app, ({ meterKeys }) => {
    const known = meterKeys.at(stationId, connectorId);
    const before = keyNow(known.history);
    const place = { stationId, connectorId, actor: given.by };
    const key = keyFingerprint(given.key);
    const line =
      before === null
        ? logLine(app.clock.now(), 'meter-key-pinned', { ...place, facts: { key } })
        : logLine(app.clock.now(), 'meter-key-exchanged', {
            ...place,
            facts: { key, pinned: keyFingerprint(before.key), note: given.note },
          });
    return { keys: pinKey(known, given), line };
  });
}

/** A person says that the key a station shows is wrong. Does nothing where there is no alarm. */
export function judgeMeterKey(
  app: Application,
  { stationId, connectorId }: Place,
  { by, note }: { readonly by: string; readonly note: string },
): Promise<void> {
  return decide(app, ({ meterKeys }) => {
    const at = app.clock.now();
    const known = meterKeys.at(stationId, connectorId);
    const keys = callKeyWrong(known, { by, at, note });
    if (keys === null || known.alarm === null) return null;
    const facts = { key: keyFingerprint(known.alarm.seen.key), note };
    return { keys, line: logLine(at, 'meter-key-judged', { stationId, connectorId, actor: by, facts }) };
  });
}

function decide(
  app: Application,
  decision: (live: Application['desk']['live']) => { readonly keys: MeterKeys; readonly line: Change } | null,
): Promise<void> {
  return app.desk.decide((live) => {
    const decided = decision(live);
    if (decided === null) return { value: undefined, changes: [] };
    const { keys, line } = decided;
    return {
      value: undefined,
      changes: [{ kind: 'save-meter-keys', keys }, line],
      told: [{ kind: 'station', stationId: keys.stationId }, { kind: 'log' }],
    };
  });
}
