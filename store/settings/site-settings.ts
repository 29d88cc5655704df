import type { SiteSettings } from '#core/settings/site.ts';
import { instant } from '#core/shared/units.ts';
import { fromJson, fromWord } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { SettingsRow } from '../tables.ts';

export const settingsWrite = upserting<SettingsRow, SiteSettings>(
  {
    table: 'settings',
    columns: {
      only_row: () => 1,
      name: (settings) => settings.name,
      language: (settings) => settings.language,
      region: (settings) => settings.region,
      time_zone: (settings) => settings.timeZone,
      access: (settings) => settings.access,
      lan_open: (settings) => Number(settings.lanOpen),
      test_tool_mode: (settings) => Number(settings.testToolMode),
      modules_off_json: (settings) => JSON.stringify(settings.modulesOff),
      lan_targets_json: (settings) => JSON.stringify(settings.lanTargets),
      set_up_at: (settings) => settings.setUpAt,
    },
  },
  ['only_row'],
);

/** Null until somebody has gone through the first set-up. */
export async function readSettings(query: Query): Promise<SiteSettings | null> {
  const row = await query.selectFrom('settings').selectAll().executeTakeFirst();
  if (row === undefined) return null;
  return {
    name: row.name,
    language: fromWord(row.language),
    region: row.region,
    timeZone: row.time_zone,
    access: fromWord(row.access),
    lanOpen: row.lan_open === 1,
    testToolMode: row.test_tool_mode === 1,
    modulesOff: fromJson(row.modules_off_json),
    lanTargets: fromJson(row.lan_targets_json),
    setUpAt: instant(row.set_up_at),
  };
}
