import type { ImportKind } from '#core/imports/import-kind.ts';
import { PERMISSIONS, type Permission } from '#core/people/permission.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Application } from '../../application.ts';
import { listRows } from '../../exports/list-rows.ts';
import { sendSiteArchive } from '../../exports/send-site-archive.ts';
import { logLine } from '../../site/log-line.ts';
import { isoTime } from '../iso-time.ts';
import { ApiProblem } from '../problem.ts';
import { ANSWERED, type SomeHandlers } from '../route-handlers.ts';
import { sendList } from './send-list.ts';

export function exportHandlers(app: Application): SomeHandlers<'exportList' | 'exportSite'> {
  return {
    async exportList({ params, query, caller, reply }) {
      const scope = caller.scope(readPermission(params.kind));
      const { live } = app.desk;
      const now = app.clock.now();
      const list = listRows(live, params.kind, { scope, now });
      await sendList(reply, {
        name: `ladehaus-${params.kind}-${isoTime(now).slice(0, 10)}`,
        list,
        format: query.format ?? 'xlsx',
        locale: { region: live.site.region, language: query.language ?? live.site.language },
      });
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
