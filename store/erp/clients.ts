import type { ApiClient } from '#core/erp/client.ts';
import { type ClientId, clientId, tenantId } from '#core/shared/ids.ts';
import { type Instant, instant } from '#core/shared/units.ts';
import { fromJson, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { ClientRow } from './erp-tables.ts';

export const clientWrite = upserting<ClientRow, ApiClient>(
  {
    table: 'api_client',
    columns: {
      id: (client) => client.id,
      tenant_id: (client) => client.tenantId,
      name: (client) => client.name,
      permissions_json: (client) => JSON.stringify(client.permissions),
      secrets_json: (client) => JSON.stringify(client.secrets),
      origins_json: (client) => JSON.stringify(client.origins),
      created_at: (client) => client.createdAt,
      created_by: (client) => client.createdBy,
      tokens_from: (client) => client.tokensFrom,
      disabled_at: (client) => client.disabledAt,
      removed_at: (client) => client.removedAt,
    },
  },
  ['id'],
);

/** The disabled and the removed ones too, oldest first. */
export async function readClients(query: Query): Promise<readonly ApiClient[]> {
  const rows = await query.selectFrom('api_client').selectAll().orderBy('created_at').execute();
  return rows.map((row) => ({
    id: clientId(row.id),
    tenantId: tenantId(row.tenant_id),
    name: row.name,
    permissions: fromJson(row.permissions_json),
    secrets: fromJson(row.secrets_json),
    origins: fromJson(row.origins_json),
    createdAt: instant(row.created_at),
    createdBy: row.created_by,
    tokensFrom: instant(row.tokens_from),
    disabledAt: orNull(row.disabled_at, instant),
    removedAt: orNull(row.removed_at, instant),
  }));
}

/** When each client last asked something that it was let in for. */
export async function clientsLastUsed(query: Query): Promise<ReadonlyMap<ClientId, Instant>> {
  const rows = await query.selectFrom('api_client').select(['id', 'last_used_at']).execute();
  return new Map(
    rows.flatMap(({ id, last_used_at: at }) => (at === null ? [] : [[clientId(id), instant(at)] as const])),
  );
}
