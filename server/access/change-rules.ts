import type { AccessRule } from '#core/access/access-rule.ts';
import type { LogKind } from '#core/logbook/entry.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided } from '../site/site-desk.ts';
import { removedWord } from './change-word.ts';

/** Adds a rule; stations that it is about are closed from now on to everybody whom no rule lets in. */
export function addRule(
  app: Application,
  wish: Omit<AccessRule, 'id' | 'removedAt'>,
  by: string,
): Promise<AccessRule> {
  return app.desk.decide((live) => {
    const rule: AccessRule = { ...wish, id: live.nextId('rule'), removedAt: null };
    return kept(rule, { kind: 'rule-added', now: app.clock.now(), by });
  });
}

/** Changes a rule, removes it or brings it back. */
export function changeRule(
  app: Application,
  id: number,
  {
    wish = {},
    removed,
    by,
  }: {
    readonly wish?: Partial<Omit<AccessRule, 'id' | 'tenantId' | 'removedAt'>>;
    readonly removed?: boolean;
    readonly by: string;
  },
): Promise<AccessRule> {
  return app.desk.decide((live) => {
    const known = live.access.rules.get(id);
    if (known === undefined) throw new Error(`There is no rule ${id}`);
    const now = app.clock.now();
    const removedAt = removed === undefined ? known.removedAt : removed ? now : null;
    const line = { kind: `rule-${removedWord(removed)}`, now, by } as const;
    return kept({ ...known, ...wish, removedAt }, line);
  });
}

function kept(
  rule: AccessRule,
  { kind, now, by }: { readonly kind: LogKind; readonly now: Instant; readonly by: string },
): Decided<AccessRule> {
  return {
    value: rule,
    changes: [
      { kind: 'save-rule', rule },
      logLine(now, kind, { actor: by, tenantId: rule.tenantId, facts: { rule: rule.name } }),
    ],
    told: [{ kind: 'access' }, { kind: 'card' }, { kind: 'log' }],
  };
}
