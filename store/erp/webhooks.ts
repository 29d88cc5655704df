import type { Webhook } from '#core/erp/webhook.ts';
import { tenantId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { fromJson, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { WebhookRow } from './erp-tables.ts';

export const webhookWrite = upserting<WebhookRow, Webhook>(
  {
    table: 'webhook',
    columns: {
      id: (webhook) => webhook.id,
      tenant_id: (webhook) => webhook.tenantId,
      name: (webhook) => webhook.name,
      url: (webhook) => webhook.url,
      kinds_json: (webhook) => JSON.stringify(webhook.kinds),
      sealed_secret: (webhook) => webhook.sealedSecret,
      created_at: (webhook) => webhook.createdAt,
      created_by: (webhook) => webhook.createdBy,
      disabled_at: (webhook) => webhook.disabledAt,
      removed_at: (webhook) => webhook.removedAt,
      given_up_at: (webhook) => webhook.givenUpAt,
    },
  },
  ['id'],
);

/** The disabled and the removed ones too. */
export async function readWebhooks(query: Query): Promise<readonly Webhook[]> {
  const rows = await query.selectFrom('webhook').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    tenantId: tenantId(row.tenant_id),
    name: row.name,
    url: row.url,
    kinds: fromJson(row.kinds_json),
    sealedSecret: row.sealed_secret,
    createdAt: instant(row.created_at),
    createdBy: row.created_by,
    disabledAt: orNull(row.disabled_at, instant),
    removedAt: orNull(row.removed_at, instant),
    givenUpAt: orNull(row.given_up_at, instant),
  }));
}
