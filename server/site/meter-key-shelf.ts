import { type MeterKeys, noKeysYet } from '#core/eichrecht/meter-keys.ts';
import type { ConnectorId, StationId } from '#core/shared/ids.ts';
import type { UndoLog } from './undo-log.ts';

/** The keys of the meters of all connectors. */
export class MeterKeyShelf {
  readonly #byPlace: Map<string, MeterKeys>;

  constructor(saved: readonly MeterKeys[]) {
    this.#byPlace = new Map(saved.map((keys) => [meterKeyPlace(keys), keys]));
  }

  at(stationId: StationId, connectorId: ConnectorId): MeterKeys {
    return this.#byPlace.get(meterKeyPlace({ stationId, connectorId })) ?? noKeysYet(stationId, connectorId);
  }

  /** Of those connectors of a station of which a key is known. */
  of(station: StationId): readonly MeterKeys[] {
    return this.all().filter(({ stationId }) => stationId === station);
  }

  all(): readonly MeterKeys[] {
    return [...this.#byPlace.values()];
  }

  put(keys: MeterKeys, undo: UndoLog): void {
    undo.set(this.#byPlace, meterKeyPlace(keys), keys);
  }
}

/** A connector's name among those of all stations. */
export function meterKeyPlace(at: Pick<MeterKeys, 'stationId' | 'connectorId'>): string {
  return `${at.stationId}/${at.connectorId}`;
}
