import { judgeRole, type RoleRefusal } from '#core/people/judge-role.ts';
import type { OwnRole } from '#core/people/role.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Application } from '../application.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import type { Caller } from './caller.ts';
import { isOpenTenant, peopleFacts } from './people-facts.ts';

export type RoleOutcome =
  | { readonly kind: 'saved'; readonly role: OwnRole }
  | RoleRefusal
  | { readonly kind: 'no-such-tenant' };

/** Adds an own role. */
export function addRole(
  app: Application,
  wish: Pick<OwnRole, 'tenantId' | 'name' | 'permissions'>,
  by: Caller,
): Promise<RoleOutcome> {
  return saveRole(app, by, (live) => [null, { ...wish, id: live.nextId('role'), removedAt: null }]);
}

/** Changes an own role, or removes it; what is left out stays. */
export function changeRole(
  app: Application,
  id: number,
  {
    wish: { removed, ...wish },
    by,
  }: {
    readonly wish: Partial<Pick<OwnRole, 'name' | 'permissions'>> & { readonly removed?: true };
    readonly by: Caller;
  },
): Promise<RoleOutcome> {
  return saveRole(app, by, (live, now) => {
    const before = live.roles.get(id);
    if (before === undefined) throw new Error(`There is no own role ${id}`);
    return [before, { ...before, ...wish, removedAt: removed === true ? now : before.removedAt }];
  });
}

type Wanted = (live: LiveSite, now: Instant) => readonly [before: OwnRole | null, after: OwnRole];

function saveRole(app: Application, by: Caller, want: Wanted): Promise<RoleOutcome> {
  return app.desk.decide<RoleOutcome>((live) => {
    const now = app.clock.now();
    const [before, after] = want(live, now);
    if (!isOpenTenant(live, after.tenantId)) return { value: { kind: 'no-such-tenant' }, changes: [] };
    const refusal = judgeRole(peopleFacts(live, by), before, after);
    if (refusal !== null) return { value: refusal, changes: [] };
    return {
      value: { kind: 'saved', role: after },
      changes: [
        { kind: 'save-role', role: after },
        logLine(now, lineOf(before, after), {
          actor: by.name,
          tenantId: after.tenantId,
          facts: { role: after.name },
        }),
      ],
      told: [{ kind: 'site' }, { kind: 'log' }],
    };
  });
}

function lineOf(before: OwnRole | null, after: OwnRole) {
  if (before === null) return 'role-added';
  return after.removedAt === null ? 'role-changed' : 'role-removed';
}
