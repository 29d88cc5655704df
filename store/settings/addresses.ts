import type { SiteAddress, StationDoor } from '#core/settings/site-address.ts';
import { stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { fromWord } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { SiteAddressRow, StationDoorRow } from './address-rows.ts';

export const siteAddressWrite = upserting<SiteAddressRow, SiteAddress>(
  {
    table: 'site_address',
    columns: {
      only_row: () => 1,
      address: (known) => known.address,
      interface_name: (known) => known.interfaceName,
      since: (known) => known.since,
      previous: (known) => known.previous,
    },
  },
  ['only_row'],
);

export const stationDoorWrite = upserting<StationDoorRow, StationDoor>(
  {
    table: 'station_door',
    columns: {
      station_id: (door) => door.stationId,
      host: (door) => door.host,
      transport: (door) => door.transport,
      at: (door) => door.at,
    },
  },
  ['station_id'],
);

/** Null until the computer was first seen in a network. */
export async function readSiteAddress(query: Query): Promise<SiteAddress | null> {
  const row = await query.selectFrom('site_address').selectAll().executeTakeFirst();
  if (row === undefined) return null;
  return {
    address: row.address,
    interfaceName: row.interface_name,
    since: instant(row.since),
    previous: row.previous,
  };
}

export async function readStationDoors(query: Query): Promise<readonly StationDoor[]> {
  const rows = await query.selectFrom('station_door').selectAll().execute();
  return rows.map((row) => ({
    stationId: stationId(row.station_id),
    host: row.host,
    transport: fromWord(row.transport),
    at: instant(row.at),
  }));
}
