import type { StationCertificate } from '#core/security/station-certificate.ts';
import type { StationSecurity } from '#core/security/station-security.ts';
import { stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { fromJson, fromWord, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { type TableWrite, upserting } from '../sqlite/table-write.ts';
import type { StationCertificateRow, StationSecurityRow } from './security-tables.ts';

export const stationSecurityWrite = upserting<StationSecurityRow, StationSecurity>(
  {
    table: 'station_security',
    columns: {
      station_id: (security) => security.stationId,
      transport: (security) => security.transport,
      upgrade_json: (security) => JSON.stringify(security.upgrade),
      next_key_json: (security) => JSON.stringify(security.nextKey),
      certificate_asked_at: (security) => security.certificateAskedAt,
    },
  },
  ['station_id'],
);

export const stationCertificateWrite = upserting<StationCertificateRow, StationCertificate>(
  {
    table: 'station_certificate',
    columns: {
      serial: (one) => one.serial,
      station_id: (one) => one.stationId,
      common_name: (one) => one.commonName,
      request: (one) => one.request,
      requested_at: (one) => one.requestedAt,
      signed_json: (one) => JSON.stringify(one.signed),
      life_json: (one) => JSON.stringify(one.life),
    },
  },
  ['serial'],
);

export const stationCertificateRemoval: TableWrite<string> = {
  sql: (rows) => `DELETE FROM station_certificate WHERE serial IN (SELECT value ->> 0 FROM ${rows});`,
  row: (serial) => [serial],
};

export async function readStationSecurity(query: Query): Promise<readonly StationSecurity[]> {
  const rows = await query.selectFrom('station_security').selectAll().execute();
  return rows.map((row) => ({
    stationId: stationId(row.station_id),
    transport: fromWord(row.transport),
    upgrade: fromJson(row.upgrade_json),
    nextKey: fromJson(row.next_key_json),
    certificateAskedAt: orNull(row.certificate_asked_at, instant),
  }));
}

/** All ever asked for: a revoked one must be known as long as it could be shown. */
export async function readStationCertificates(query: Query): Promise<readonly StationCertificate[]> {
  const rows = await query.selectFrom('station_certificate').selectAll().orderBy('requested_at').execute();
  return rows.map((row) => ({
    serial: row.serial,
    stationId: stationId(row.station_id),
    commonName: row.common_name,
    request: row.request,
    requestedAt: instant(row.requested_at),
    signed: fromJson(row.signed_json),
    life: fromJson(row.life_json),
  }));
}
