import type { ImportPlan } from '#core/imports/plan-import.ts';
import type { Scope } from '#core/people/scope.ts';
import { type Instant, later, MINUTE } from '#core/shared/units.ts';
import type { LiveSite } from '../site/live-site.ts';

/** What a plan was made of. */
export interface PlanGrounds {
  readonly draftId: string;
  readonly wish: string;
  readonly scope: Scope;
  readonly mayCreate: { readonly groups: boolean; readonly tenants: boolean };
  readonly now: Instant;
}

export interface LastPlan {
  /** Null unless the last plan was made of the very same, at a site that has not changed since. */
  of(live: LiveSite, grounds: PlanGrounds): ImportPlan | null;
  keep(live: LiveSite, grounds: PlanGrounds, plan: ImportPlan): void;
}

/** Cards and rules begin and end by the clock. */
const KEPT_MS = MINUTE;

/**
 * The plan that was made last. A file of twenty thousand rows is looked at page by page, and judging all of it for
 * each page would keep stations waiting.
 */
export function createLastPlan(): LastPlan {
  let last: {
    readonly key: string;
    readonly site: readonly unknown[];
    readonly until: Instant;
    readonly plan: ImportPlan;
  } | null = null;
  return {
    of(live, grounds) {
      if (last === null || last.key !== keyOf(grounds) || last.until < grounds.now) return null;
      const { site, plan } = last;
      const current = recordsOf(live);
      const isSame = current.length === site.length && current.every((record, at) => record === site[at]);
      return isSame ? plan : null;
    },
    keep(live, grounds, plan) {
      last = { key: keyOf(grounds), site: recordsOf(live), until: later(grounds.now, KEPT_MS), plan };
    },
  };
}

/** Everything that an import is judged on. A record that changes is another one. */
function recordsOf({ access, tenants, stations, settings }: LiveSite): readonly unknown[] {
  const { cards, drivers, vehicles, assignments, groups } = access;
  const maps = [cards, drivers, vehicles, assignments, groups, tenants, stations];
  return [settings, ...maps.flatMap((records) => [...records.values()])];
}

function keyOf({ draftId, wish, scope, mayCreate }: PlanGrounds): string {
  const nodes = scope.kind === 'everywhere' ? null : [...scope.ids];
  return JSON.stringify([draftId, wish, nodes, mayCreate]);
}
