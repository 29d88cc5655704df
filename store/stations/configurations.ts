import { type StationId, stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { ConfigurationChange, StationConfiguration } from '#core/stations/configuration.ts';
import { fromJson, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { inserting, upserting } from '../sqlite/table-write.ts';
import type { ConfigurationChangeRow, StationConfigurationRow } from './station-tables.ts';

export interface ConfigurationChangeFilter {
  readonly stationId: StationId;
  readonly key?: string;
  readonly limit: number;
}

export const configurationWrite = upserting<StationConfigurationRow, StationConfiguration>(
  {
    table: 'station_configuration',
    columns: {
      station_id: (configuration) => configuration.stationId,
      read_at: (configuration) => configuration.readAt,
      firmware: (configuration) => configuration.firmware,
      whole: (configuration) => Number(configuration.whole),
      keys_json: (configuration) => JSON.stringify(configuration.entries),
      unknown_json: (configuration) => JSON.stringify(configuration.unknown),
      template_id: (configuration) => configuration.templateId,
    },
  },
  ['station_id'],
);

export const configurationChangeInsert = inserting<ConfigurationChangeRow, ConfigurationChange>({
  table: 'configuration_change',
  columns: {
    station_id: (change) => change.stationId,
    at: (change) => change.at,
    who: (change) => change.who,
    key: (change) => change.key,
    value_before: (change) => change.before,
    value_wanted: (change) => change.wanted,
    value_after: (change) => change.after,
    answer_json: (change) => JSON.stringify(change.answer),
    template_id: (change) => change.templateId,
  },
});

export async function readConfigurations(query: Query): Promise<readonly StationConfiguration[]> {
  const rows = await query.selectFrom('station_configuration').selectAll().execute();
  return rows.map((row) => ({
    stationId: stationId(row.station_id),
    readAt: orNull(row.read_at, instant),
    firmware: row.firmware,
    whole: row.whole === 1,
    entries: fromJson(row.keys_json),
    unknown: fromJson(row.unknown_json),
    templateId: row.template_id,
  }));
}

/** What was changed in a station's configuration, newest first. */
export async function listConfigurationChanges(
  query: Query,
  filter: ConfigurationChangeFilter,
): Promise<readonly ConfigurationChange[]> {
  let list = query
    .selectFrom('configuration_change')
    .selectAll()
    .where('station_id', '=', filter.stationId)
    .orderBy('id', 'desc')
    .limit(filter.limit);
  if (filter.key !== undefined) list = list.where('key', '=', filter.key);
  return (await list.execute()).map((row) => ({
    stationId: stationId(row.station_id),
    at: instant(row.at),
    who: row.who,
    key: row.key,
    before: row.value_before,
    wanted: row.value_wanted,
    after: row.value_after,
    answer: fromJson(row.answer_json),
    templateId: row.template_id,
  }));
}
