import { CSV_TYPE, XLSX_TYPE } from '#api/imports.ts';
import type { ImportKind } from '#core/imports/import-kind.ts';
import type { Permission } from '#core/people/permission.ts';
import type { Application } from '../../application.ts';
import { listCsv, listXlsx } from '../../exports/list-files.ts';
import { listRows } from '../../exports/list-rows.ts';
import { isoTime } from '../iso-time.ts';
import { ANSWERED, type SomeHandlers } from '../route-handlers.ts';

export function exportHandlers(app: Application): SomeHandlers<'exportList'> {
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
  };
}

function readPermission(kind: ImportKind): Permission {
  return kind === 'stations' ? 'stations.read' : 'access.read';
}
