import type { StationId } from '#core/shared/ids.ts';
import type { OwnBehaviour } from '#core/stations/behaviour.ts';
import type { SwitchName, SwitchSettings, SwitchValue } from '#core/stations/switches.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';
import { knownStation } from './known-station.ts';

/** Sets a switch for one station; null forgets what was set or learnt here, so that its make's passport holds. */
export function changeBehaviour(
  app: Application,
  stationId: StationId,
  change: { readonly name: SwitchName; readonly value: SwitchValue | null; readonly by: string },
): Promise<void> {
  const { name, value, by } = change;
  return app.desk.decide((live) => {
    const station = knownStation(live, stationId);
    const behaviour: OwnBehaviour = {
      site: withSwitch(station.behaviour.site, name, value),
      learnt: withSwitch(station.behaviour.learnt, name, value === null ? null : undefined),
    };
    const missingProtocolAllowed =
      name === 'missingSubprotocol' ? value === true : station.missingProtocolAllowed;
    return {
      value: undefined,
      changes: [
        { kind: 'save-station', station: { ...station, behaviour, missingProtocolAllowed } },
        logLine(app.clock.now(), 'behaviour-changed', {
          stationId,
          actor: by,
          facts: { switch: name, value: value === null ? '' : String(value), from: 'site' },
        }),
      ],
      told: [{ kind: 'station', stationId }, { kind: 'configuration', stationId }, { kind: 'log' }],
    };
  });
}

/** Counts departures from the standard anew. */
export function clearDeviations(app: Application, stationId: StationId, by: string): Promise<void> {
  return app.desk.decide((live) => ({
    value: undefined,
    changes: [
      { kind: 'save-station', station: { ...knownStation(live, stationId), deviations: {} } },
      logLine(app.clock.now(), 'deviations-cleared', { stationId, actor: by }),
    ],
    told: [{ kind: 'station', stationId }, { kind: 'log' }],
    remember(undo) {
      const unsaved = app.stations.line(stationId)?.deviations;
      for (const kind of [...(unsaved?.keys() ?? [])]) if (unsaved !== undefined) undo.delete(unsaved, kind);
    },
  }));
}

/** Null takes the switch out, undefined leaves it. */
function withSwitch(
  settings: SwitchSettings,
  name: SwitchName,
  value: SwitchValue | null | undefined,
): SwitchSettings {
  if (value === undefined) return settings;
  const { [name]: _before, ...others } = settings;
  return value === null ? others : { ...others, [name]: value };
}
