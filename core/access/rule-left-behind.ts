import type { Station } from '../stations/station.ts';
import type { TenantTree } from '../tenants/tenant-tree.ts';
import type { AccessRule } from './access-rule.ts';
import { rulesAbout } from './rule-scope.ts';

/**
 * The rule that keeps a station from being moved, or null: one that names it and would not reach it any more, or the
 * last one about it. A station that no rule is about is open to every card that is valid (`no-rule` of `decideAccess`).
 * Where other rules wait, those of a whole branch are left behind: they are about whatever hangs there.
 */
export function ruleLeftBehind(
  rules: readonly AccessRule[],
  { before, after }: { readonly before: Station; readonly after: Station },
  { tree, treeAfter = tree }: { readonly tree: TenantTree; readonly treeAfter?: TenantTree },
): AccessRule | null {
  const about = rulesAbout(rules, before, tree);
  const stay = new Set(rulesAbout(rules, after, treeAfter));
  const lost = about.filter((rule) => !stay.has(rule));
  const named = lost.find(({ where }) => where.stationIds.includes(before.id));
  return named ?? (stay.size === 0 ? (lost[0] ?? null) : null);
}
