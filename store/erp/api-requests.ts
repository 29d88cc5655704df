import type { ApiRequest } from '#core/erp/api-request.ts';
import { type ClientId, clientId, type TenantId, tenantId } from '#core/shared/ids.ts';
import { instant, milliseconds } from '#core/shared/units.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { type Columns, fromRow, inserting, type TableWrite } from '../sqlite/table-write.ts';
import type { ApiRequestRow } from './erp-tables.ts';

export interface ApiRequestFilter {
  readonly clientId?: ClientId;
  /** Only those that were answered with a problem. */
  readonly failed?: boolean;
  /** Only what concerns one of these nodes; all of them where it is left out. */
  readonly tenants?: readonly TenantId[];
  /** Only older ones than this. */
  readonly before?: number;
  readonly limit: number;
}

export interface StoredApiRequest {
  readonly id: number;
  readonly request: ApiRequest;
}

/** The log of requests is a ring: the oldest make room. */
export const MOST_API_REQUESTS = 10_000;
/** Whoever tries a wrong secret or an ended token has not used the client. */
const NOT_LET_IN = 401;

const columns: Columns<ApiRequestRow, ApiRequest> = {
  at: (request) => request.at,
  client_id: (request) => request.clientId,
  tenant_id: (request) => request.tenantId,
  method: (request) => request.method,
  path: (request) => request.path,
  status: (request) => request.status,
  duration_ms: (request) => request.duration,
  code: (request) => request.code,
  address: (request) => request.address,
};
const adding = inserting<ApiRequestRow, ApiRequest>({ table: 'api_request', columns });
const column = (name: keyof ApiRequestRow) => fromRow(columns, name);

export const apiRequestWrite: TableWrite<ApiRequest> = {
  sql: (rows, texts) => `
    ${adding.sql(rows, texts)}
    UPDATE api_client SET last_used_at = used.at
      FROM (SELECT ${column('client_id')} AS id, max(${column('at')}) AS at FROM ${rows}
        WHERE ${column('status')} <> ${NOT_LET_IN} GROUP BY 1) AS used
      WHERE api_client.id = used.id;
    DELETE FROM api_request WHERE EXISTS (SELECT 1 FROM ${rows})
      AND id <= (SELECT max(id) FROM api_request) - ${MOST_API_REQUESTS};`,
  row: adding.row,
};

/** Newest first. */
export async function listApiRequests(
  query: Query,
  filter: ApiRequestFilter,
): Promise<readonly StoredApiRequest[]> {
  let list = query.selectFrom('api_request').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.clientId !== undefined) list = list.where('client_id', '=', filter.clientId);
  if (filter.failed === true) list = list.where('code', 'is not', null);
  if (filter.tenants !== undefined) list = list.where('tenant_id', 'in', filter.tenants);
  if (filter.before !== undefined) list = list.where('id', '<', filter.before);
  return (await list.execute()).map((row) => ({
    id: row.id,
    request: {
      at: instant(row.at),
      clientId: row.client_id === null ? null : clientId(row.client_id),
      tenantId: tenantId(row.tenant_id),
      method: row.method,
      path: row.path,
      status: row.status,
      duration: milliseconds(row.duration_ms),
      code: row.code,
      address: row.address,
    },
  }));
}
