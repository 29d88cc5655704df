import { CSV_TYPE, XLSX_TYPE } from '#api/imports.ts';
import type { ImportKind } from '#core/imports/import-kind.ts';
import { PERMISSIONS, type Permission } from '#core/people/permission.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Application } from '../../application.ts';
import { listCsv, listXlsx } from '../../exports/list-files.ts';
import { listRows } from '../../exports/list-rows.ts';
import { sendSiteArchive } from '../../exports/send-site-archive.ts';
import { logLine } from '../../site/log-line.ts';
import { isoTime } from '../iso-time.ts';
import { ApiProblem } from '../problem.ts';
import { ANSWERED, type SomeHandlers } from '../route-handlers.ts';

export function exportHandlers(app: Application): SomeHandlers<'exportList' | 'exportSite'> {
  return {
    async exportList({ params, query, caller, reply }) {
      const scope = caller.scope(readPermission(params.kind));
      const { live } = app.desk;
      const now = app.clock.now();
      const list = listRows(live, params.kind, { scope, now });
      const locale = { region: live.site.region, language: query.language ?? live.site.language };
      const format = query.format ?? 'xlsx';
      const file = format === 'csv' ? listCsv(list, locale) : await listXlsx(list, locale);
      reply
        .header(
          'content-disposition',
          `attachment; filename="ladehaus-${params.kind}-${isoTime(now).slice(0, 10)}.${format}"`,
        )
        .header('cache-control', 'no-store')
        .type(format === 'csv' ? `${CSV_TYPE}; charset=utf-8` : XLSX_TYPE)
        .send(file);
      return ANSWERED;
    },

    async exportSite({ caller, reply }) {
      const unread = READING.find((permission) => !caller.can(permission, ROOT_TENANT));
      if (unread !== undefined) throw new ApiProblem('forbidden', { detail: unread });
      await app.desk.decide(() => ({
        value: undefined,
        changes: [logLine(app.clock.now(), 'site-exported', { tenantId: ROOT_TENANT, actor: caller.name })],
        told: [{ kind: 'log' }],
      }));
      await sendSiteArchive(app, reply);
      return ANSWERED;
    },
  };
}

/** Whoever takes everything away must be allowed to see it. `own.read` shows nothing but one's own. */
const READING = PERMISSIONS.filter(
  (permission) => (permission.endsWith('.read') && permission !== 'own.read') || permission === 'erp.manage',
);

function readPermission(kind: ImportKind): Permission {
  return kind === 'stations' ? 'stations.read' : 'access.read';
}
