import { tenantId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { TariffRecord } from '#core/tariffs/tariff-record.ts';
import type { TariffRule } from '#core/tariffs/tariff-rule.ts';
import type { TariffVersion } from '#core/tariffs/tariff-version.ts';
import { fromJson, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { TariffRow, TariffRuleRow, TariffVersionRow } from './tariff-tables.ts';

export const tariffWrite = upserting<TariffRow, TariffRecord>(
  {
    table: 'tariff',
    columns: {
      id: (tariff) => tariff.id,
      tenant_id: (tariff) => tariff.tenantId,
      name: (tariff) => tariff.name,
      text: (tariff) => tariff.text,
      draft_json: (tariff) => (tariff.draft === null ? null : JSON.stringify(tariff.draft)),
      added_at: (tariff) => tariff.addedAt,
      removed_at: (tariff) => tariff.removedAt,
    },
  },
  ['id'],
);

export const tariffVersionWrite = upserting<TariffVersionRow, TariffVersion>(
  {
    table: 'tariff_version',
    columns: {
      tariff_id: (version) => version.tariffId,
      number: (version) => version.number,
      valid_from: (version) => version.from,
      tariff_json: (version) => JSON.stringify(version.tariff),
      text: (version) => version.text,
      published_at: (version) => version.publishedAt,
      published_by: (version) => version.publishedBy,
      note: (version) => version.note,
      withdrawn_at: (version) => version.withdrawnAt,
    },
  },
  ['tariff_id', 'number'],
);

export const tariffRuleWrite = upserting<TariffRuleRow, TariffRule>(
  {
    table: 'tariff_rule',
    columns: {
      id: (rule) => rule.id,
      tenant_id: (rule) => rule.tenantId,
      tariff_id: (rule) => rule.tariffId,
      target_json: (rule) => JSON.stringify(rule.target),
      extras_json: (rule) => JSON.stringify(rule.extras),
      valid_from: (rule) => rule.from,
      removed_at: (rule) => rule.removedAt,
    },
  },
  ['id'],
);

/** All tariffs, the removed ones too. */
export async function readTariffs(query: Query): Promise<readonly TariffRecord[]> {
  const rows = await query.selectFrom('tariff').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    tenantId: tenantId(row.tenant_id),
    name: row.name,
    text: row.text,
    draft: row.draft_json === null ? null : fromJson(row.draft_json),
    addedAt: instant(row.added_at),
    removedAt: orNull(row.removed_at, instant),
  }));
}

/** Of all tariffs, oldest first; the withdrawn ones too. */
export async function readTariffVersions(query: Query): Promise<readonly TariffVersion[]> {
  const rows = await query
    .selectFrom('tariff_version')
    .selectAll()
    .orderBy('tariff_id')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    tariffId: row.tariff_id,
    number: row.number,
    from: instant(row.valid_from),
    tariff: fromJson(row.tariff_json),
    text: row.text,
    publishedAt: instant(row.published_at),
    publishedBy: row.published_by,
    note: row.note,
    withdrawnAt: orNull(row.withdrawn_at, instant),
  }));
}

/** All rules, the ended ones too. */
export async function readTariffRules(query: Query): Promise<readonly TariffRule[]> {
  const rows = await query.selectFrom('tariff_rule').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    tenantId: tenantId(row.tenant_id),
    tariffId: row.tariff_id,
    target: fromJson(row.target_json),
    extras: fromJson(row.extras_json),
    from: instant(row.valid_from),
    removedAt: orNull(row.removed_at, instant),
  }));
}
