import type { Change } from '#core/changes.ts';
import type { StationId } from '#core/shared/ids.ts';
import { neverRead, type StationConfiguration, withEntries } from '#core/stations/configuration.ts';
import type { Station } from '#core/stations/station.ts';
import { keysInConfiguration } from '../eichrecht/keys-in-configuration.ts';
import { isCommissioned, keysShown } from '../eichrecht/shown-keys.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import { behaviourOfStation } from './behaviour-of.ts';
import type { ConfigurationTools } from './configuration-desk.ts';
import { knownStation } from './known-station.ts';
import type { Reading } from './read-configuration.ts';

type Tools = Pick<ConfigurationTools, 'desk' | 'clock'>;

/**
 * Stores what was read of a station as a whole. Also when it broke off: whoever is harmed by questions is not asked
 * again before somebody wants it.
 */
export function keepReading({ desk, clock }: Tools, stationId: StationId, reading: Reading): Promise<void> {
  return desk.decide((live) => {
    const station = knownStation(live, stationId);
    const { firmware } = station.identity;
    const known = live.configurations.get(stationId) ?? neverRead(stationId, firmware);
    const { entries, unknown, whole } = reading;
    const complete: StationConfiguration = {
      ...known,
      entries,
      unknown,
      whole,
      firmware,
      readAt: clock.now(),
    };
    // Of an incomplete reading nothing follows for what it does not tell.
    const configuration = whole
      ? complete
      : { ...withEntries(known, entries), unknown, whole, firmware, readAt: clock.now() };
    const lesson = lessonOf(station, reading);
    const keys = keysRead(live, stationId, reading);
    return {
      value: undefined,
      changes: [
        { kind: 'save-configuration', configuration },
        ...(lesson === null ? [] : lessonChanges(lesson, reading, clock.now())),
        ...keys.changes,
      ],
      told: [
        { kind: 'configuration', stationId },
        ...keys.told,
        ...(lesson === null ? [] : [{ kind: 'station' as const, stationId }, { kind: 'log' as const }]),
      ],
    };

    function lessonOf(station: Station, { brokeAt }: Reading): Station | null {
      if (brokeAt === null) return null;
      const avoided = behaviourOfStation(live, station).avoidedKeys;
      return {
        ...station,
        behaviour: {
          ...station.behaviour,
          learnt: {
            ...station.behaviour.learnt,
            configurationReading: 'key-by-key',
            ...(brokeAt === 'whole' ? {} : { avoidedKeys: [...new Set([...avoided, brokeAt])] }),
          },
        },
      };
    }
  });
}

/** Stores single keys that were asked for. */
export function keepSingleKeys({ desk }: Tools, stationId: StationId, reading: Reading): Promise<void> {
  return desk.decide((live) => {
    const known =
      live.configurations.get(stationId) ??
      neverRead(stationId, knownStation(live, stationId).identity.firmware);
    const unknown = [...new Set([...known.unknown, ...reading.unknown])];
    const keys = keysRead(live, stationId, reading);
    return {
      value: undefined,
      changes: [
        { kind: 'save-configuration', configuration: { ...withEntries(known, reading.entries), unknown } },
        ...keys.changes,
      ],
      told: [{ kind: 'configuration', stationId }, ...keys.told],
    };
  });
}

/** Meters' keys stand among the settings. */
function keysRead(live: LiveSite, stationId: StationId, { entries }: Reading) {
  return keysShown(live, stationId, keysInConfiguration(entries, isCommissioned(live, stationId)));
}

/** Remembers which template a station is to keep to: what differs from it later is drift. */
export function keepTemplate(
  { desk, clock }: Tools,
  stationId: StationId,
  { id: templateId, name, by }: { readonly id: number; readonly name: string; readonly by: string },
): Promise<void> {
  return desk.decide((live) => {
    const known =
      live.configurations.get(stationId) ??
      neverRead(stationId, knownStation(live, stationId).identity.firmware);
    return {
      value: undefined,
      changes: [
        { kind: 'save-configuration', configuration: { ...known, templateId } },
        logLine(clock.now(), 'template-applied', { stationId, actor: by, facts: { template: name } }),
      ],
      told: [{ kind: 'configuration', stationId }, { kind: 'log' }],
    };
  });
}

function lessonChanges(
  station: Station,
  { brokeAt }: Reading,
  now: Parameters<typeof logLine>[0],
): readonly Change[] {
  return [
    { kind: 'save-station', station },
    logLine(now, 'configuration-hurts', {
      stationId: station.id,
      level: 'attention',
      facts: { key: brokeAt === 'whole' ? '' : (brokeAt ?? '') },
    }),
  ];
}
