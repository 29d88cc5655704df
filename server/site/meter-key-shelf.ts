import { type MeterKeys, noKeysYet } from '#core/eichrecht/meter-keys.ts';
import type { ConnectorId, StationId } from '#core/shared/ids.ts';
import type { UndoLog } from './undo-log.ts';

/** The keys of the meters of all connectors. */
export class MeterKeyShelf {
  readonly #byStation = new Map<StationId, Map<ConnectorId, MeterKeys>>();

  constructor(saved: readonly MeterKeys[]) {
    for (const keys of saved) this.#of(keys.stationId).set(keys.connectorId, keys);
  }

  at(stationId: StationId, connectorId: ConnectorId): MeterKeys {
    return this.#byStation.get(stationId)?.get(connectorId) ?? noKeysYet(stationId, connectorId);
  }

  /** Of those connectors of a station of which a key is known. */
  of(station: StationId): readonly MeterKeys[] {
    return [...(this.#byStation.get(station)?.values() ?? [])];
  }

  put(keys: MeterKeys, undo: UndoLog): void {
    undo.set(this.#of(keys.stationId), keys.connectorId, keys);
  }

  #of(station: StationId): Map<ConnectorId, MeterKeys> {
    const known = this.#byStation.get(station);
    if (known !== undefined) return known;
    const made = new Map<ConnectorId, MeterKeys>();
    this.#byStation.set(station, made);
    return made;
  }
}
