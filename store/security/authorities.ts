import type { Authority, ServerCertificate } from '#core/security/authority.ts';
import { instant } from '#core/shared/units.ts';
import { fromJson, fromWord } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { AuthorityRow, ServerCertificateRow } from './security-tables.ts';

export const authorityWrite = upserting<AuthorityRow, Authority>(
  {
    table: 'authority',
    columns: {
      serial: (authority) => authority.serial,
      organisation: (authority) => authority.organisation,
      certificate: (authority) => authority.certificate,
      sealed_key: (authority) => authority.sealedKey,
      created_at: (authority) => authority.createdAt,
      not_after: (authority) => authority.notAfter,
    },
  },
  ['serial'],
);

export const serverCertificateWrite = upserting<ServerCertificateRow, ServerCertificate>(
  {
    table: 'server_certificate',
    columns: {
      algorithm: (one) => one.algorithm,
      serial: (one) => one.serial,
      authority_serial: (one) => one.authoritySerial,
      names_json: (one) => JSON.stringify(one.names),
      added_names_json: (one) => JSON.stringify(one.addedNames),
      certificate: (one) => one.certificate,
      sealed_key: (one) => one.sealedKey,
      issued_at: (one) => one.issuedAt,
      not_after: (one) => one.notAfter,
      renew_at: (one) => one.renewAt,
    },
  },
  ['algorithm'],
);

/** Oldest first; the newest signs. */
export async function readAuthorities(query: Query): Promise<readonly Authority[]> {
  const rows = await query.selectFrom('authority').selectAll().orderBy('created_at').execute();
  return rows.map((row) => ({
    serial: row.serial,
    organisation: row.organisation,
    certificate: row.certificate,
    sealedKey: row.sealed_key,
    createdAt: instant(row.created_at),
    notAfter: instant(row.not_after),
  }));
}

export async function readServerCertificates(query: Query): Promise<readonly ServerCertificate[]> {
  const rows = await query.selectFrom('server_certificate').selectAll().execute();
  return rows.map((row) => ({
    algorithm: fromWord(row.algorithm),
    serial: row.serial,
    authoritySerial: row.authority_serial,
    names: fromJson(row.names_json),
    addedNames: fromJson(row.added_names_json),
    certificate: row.certificate,
    sealedKey: row.sealed_key,
    issuedAt: instant(row.issued_at),
    notAfter: instant(row.not_after),
    renewAt: instant(row.renew_at),
  }));
}
