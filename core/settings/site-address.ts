import type { StationId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** The address of this computer that people entered in their stations. */
export interface SiteAddress {
  readonly address: string;
  /** Name of the network interface that has it. */
  readonly interfaceName: string;
  readonly since: Instant;
  /** The one before, which stations may still have; null until it first changed. */
  readonly previous: string | null;
}

/** By which name or address a station last came to us. */
export interface StationDoor {
  readonly stationId: StationId;
  /** Without the port. */
  readonly host: string;
  readonly transport: 'ws' | 'wss';
  readonly at: Instant;
}

interface PresentAddress {
  readonly name: string;
  readonly address: string;
}

/**
 * What has become of the address by which stations reach us. It has changed only when it is gone and there is
 * another: a second network beside it, or a cable pulled for a while, changes nothing in the stations.
 * `present` comes best first; null means that nothing has changed.
 */
export function followAddress(
  known: SiteAddress | null,
  present: readonly PresentAddress[],
  now: Instant,
): SiteAddress | null {
  const [best] = present;
  if (best === undefined || present.some(({ address }) => address === known?.address)) return null;
  return {
    address: best.address,
    interfaceName: best.name,
    since: now,
    previous: known?.address ?? null,
  };
}

/** How many stations still come, or would come, to the address we no longer have. */
export function stationsOnOldAddress(known: SiteAddress | null, doors: Iterable<StationDoor>): number {
  if (known === null || known.previous === null) return 0;
  let count = 0;
  for (const { host } of doors) if (host === known.previous) count += 1;
  return count;
}
