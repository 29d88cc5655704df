import type { Change } from '#core/changes.ts';
import { tenantId } from '#core/shared/ids.ts';
import { judgeMove, type MoveRefusal } from '#core/tenants/judge-move.ts';
import type { Tenant } from '#core/tenants/tenant.ts';
import type { Application } from '../application.ts';
import type { Caller } from '../people/caller.ts';
import { isOpenTenant, peopleFacts } from '../people/people-facts.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided } from '../site/site-desk.ts';
import { hangingOn } from './hanging.ts';
import { type CutTie, tiesCut, withoutGroupsLeft } from './ties-cut.ts';

export type TenantOutcome =
  | { readonly kind: 'saved'; readonly tenant: Tenant }
  | MoveRefusal
  | { readonly kind: 'no-such-tenant' }
  /** What is to move is tied to what lies above where it was and not where it would be. */
  | { readonly kind: 'still-tied'; readonly ties: readonly CutTie[] }
  /** How much hangs on it, by kind. */
  | { readonly kind: 'not-empty'; readonly hanging: Readonly<Record<string, number>> };

/** Adds a node below another. */
export function addTenant(
  app: Application,
  { parentId, name, kind }: Pick<Tenant, 'name' | 'kind'> & { readonly parentId: Tenant['id'] },
  by: Caller,
): Promise<TenantOutcome> {
  return app.desk.decide<TenantOutcome>((live) => {
    if (!isOpenTenant(live, parentId)) return refused({ kind: 'no-such-tenant' });
    if (!by.can('people.write', parentId)) return refused({ kind: 'not-permitted' });
    const addedAt = app.clock.now();
    const tenant: Tenant = {
      id: tenantId(live.nextId('tenant')),
      parentId,
      name,
      kind,
      addedAt,
      removedAt: null,
    };
    return kept(tenant, { kind: 'tenant-added', now: addedAt, by });
  });
}

/** Renames or moves a node; what is left out stays. A move cuts no tie: whoever wants it unties first. */
export function changeTenant(
  app: Application,
  id: Tenant['id'],
  { wish, by }: { readonly wish: Partial<Pick<Tenant, 'name' | 'kind' | 'parentId'>>; readonly by: Caller },
): Promise<TenantOutcome> {
  return app.desk.decide<TenantOutcome>((live) => {
    const known = knownTenant(live, id);
    const tenant = { ...known, ...wish };
    const line = { kind: 'tenant-changed', now: app.clock.now(), by } as const;
    if (tenant.parentId === known.parentId || tenant.parentId === null) return kept(tenant, line);
    if (!isOpenTenant(live, tenant.parentId)) return refused({ kind: 'no-such-tenant' });
    const refusal = judgeMove(peopleFacts(live, by), known, tenant.parentId);
    if (refusal !== null) return refused(refusal);
    const ties = tiesCut(live, known, tenant.parentId);
    if (ties.length > 0) return refused({ kind: 'still-tied', ties });
    return kept(tenant, line, withoutGroupsLeft(live, known, tenant.parentId));
  });
}

/** Removes a node on which nothing hangs. It stays in memory: sessions and the logbook still name it. */
export function removeTenant(app: Application, id: Tenant['id'], by: Caller): Promise<TenantOutcome> {
  return app.desk.decide<TenantOutcome>((live) => {
    const known = knownTenant(live, id);
    if (known.parentId === null) return refused({ kind: 'root-stays' });
    const hanging = hangingOn(live, id);
    if (Object.values(hanging).some((count) => count > 0)) return refused({ kind: 'not-empty', hanging });
    const now = app.clock.now();
    return kept({ ...known, removedAt: now }, { kind: 'tenant-removed', now, by });
  });
}

function kept(
  tenant: Tenant,
  line: {
    readonly kind: 'tenant-added' | 'tenant-changed' | 'tenant-removed';
    readonly now: Tenant['addedAt'];
    readonly by: Caller;
  },
  more: readonly Change[] = [],
): Decided<TenantOutcome> {
  return {
    value: { kind: 'saved', tenant },
    changes: [
      { kind: 'save-tenant', tenant },
      logLine(line.now, line.kind, {
        actor: line.by.name,
        tenantId: tenant.id,
        facts: { tenant: tenant.name },
      }),
      ...more,
    ],
    told: [{ kind: 'site' }, { kind: 'log' }],
  };
}

function refused(value: TenantOutcome): Decided<TenantOutcome> {
  return { value, changes: [] };
}

function knownTenant(live: LiveSite, id: Tenant['id']): Tenant {
  const tenant = live.tenants.get(id);
  if (tenant === undefined) throw new Error(`There is no tenant ${id}`);
  return tenant;
}
