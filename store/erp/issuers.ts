import type { TrustedIssuer } from '#core/erp/trusted-issuer.ts';
import { tenantId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { fromJson, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { IssuerRow } from './erp-tables.ts';

export const issuerWrite = upserting<IssuerRow, TrustedIssuer>(
  {
    table: 'trusted_issuer',
    columns: {
      id: (issuer) => issuer.id,
      tenant_id: (issuer) => issuer.tenantId,
      name: (issuer) => issuer.name,
      issuer: (issuer) => issuer.issuer,
      audience: (issuer) => issuer.audience,
      keys_json: (issuer) => JSON.stringify(issuer.keys),
      acts_for_json: (issuer) => JSON.stringify(issuer.actsFor),
      created_at: (issuer) => issuer.createdAt,
      disabled_at: (issuer) => issuer.disabledAt,
      removed_at: (issuer) => issuer.removedAt,
    },
  },
  ['id'],
);

/** The disabled and the removed ones too. */
export async function readIssuers(query: Query): Promise<readonly TrustedIssuer[]> {
  const rows = await query.selectFrom('trusted_issuer').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    tenantId: tenantId(row.tenant_id),
    name: row.name,
    issuer: row.issuer,
    audience: row.audience,
    keys: fromJson(row.keys_json),
    actsFor: fromJson(row.acts_for_json),
    createdAt: instant(row.created_at),
    disabledAt: orNull(row.disabled_at, instant),
    removedAt: orNull(row.removed_at, instant),
  }));
}
