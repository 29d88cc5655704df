import { stationId, tenantId } from '#core/shared/ids.ts';
import { instant, watts } from '#core/shared/units.ts';
import type { Station } from '#core/stations/station.ts';
import { fromJson, fromWord, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { StationRow } from './station-tables.ts';

export const stationWrite = upserting<StationRow, Station>(
  {
    table: 'station',
    columns: {
      id: (station) => station.id,
      tenant_id: (station) => station.tenantId,
      name: (station) => station.name,
      group_ids_json: (station) => JSON.stringify(station.groupIds),
      power_class: (station) => station.powerClass,
      inventory_json: (station) => JSON.stringify(station.inventory),
      adopted_at: (station) => station.adoptedAt,
      retired_at: (station) => station.retiredAt,
      vendor: (station) => station.identity.vendor,
      model: (station) => station.identity.model,
      serial_number: (station) => station.identity.serialNumber,
      firmware: (station) => station.identity.firmware,
      credential_json: (station) => JSON.stringify(station.credential),
      registration: (station) => station.registration,
      missing_protocol_allowed: (station) => Number(station.missingProtocolAllowed),
      max_power_w: (station) => station.maxPower,
      last_boot_at: (station) => station.lastBootAt,
      last_seen_at: (station) => station.lastSeenAt,
      clock_offset_ms: (station) => station.clockOffsetMs,
      deviations_json: (station) => JSON.stringify(station.deviations),
      behaviour_json: (station) => JSON.stringify(station.behaviour),
      eichrecht: (station) => Number(station.metering.eichrecht),
      time_tariffs_allowed: (station) => Number(station.metering.timeTariffsAllowed),
    },
  },
  ['id'],
);

/** All stations ever adopted, the retired ones too. */
export async function readStations(query: Query): Promise<readonly Station[]> {
  return (await query.selectFrom('station').selectAll().orderBy('id').execute()).map(stationOf);
}

function stationOf(row: StationRow): Station {
  return {
    id: stationId(row.id),
    tenantId: tenantId(row.tenant_id),
    name: row.name,
    groupIds: fromJson(row.group_ids_json),
    powerClass: row.power_class === null ? null : fromWord(row.power_class),
    inventory: fromJson(row.inventory_json),
    adoptedAt: instant(row.adopted_at),
    retiredAt: orNull(row.retired_at, instant),
    identity: {
      vendor: row.vendor,
      model: row.model,
      serialNumber: row.serial_number,
      firmware: row.firmware,
    },
    credential: fromJson(row.credential_json),
    registration: fromWord(row.registration),
    missingProtocolAllowed: row.missing_protocol_allowed === 1,
    maxPower: watts(row.max_power_w),
    lastBootAt: orNull(row.last_boot_at, instant),
    lastSeenAt: orNull(row.last_seen_at, instant),
    clockOffsetMs: row.clock_offset_ms,
    deviations: fromJson(row.deviations_json),
    behaviour: fromJson(row.behaviour_json),
    metering: {
      eichrecht: row.eichrecht === 1,
      timeTariffsAllowed: row.time_tariffs_allowed === 1,
    },
  };
}
