import type { Group } from '#core/access/group.ts';
import { ruleLeftBehind } from '#core/access/rule-left-behind.ts';
import { type ImportedRecord, type ImportRow, type ImportRun, recordKey } from '#core/imports/import-run.ts';
import { planUndo, type UndoPlan } from '#core/imports/undo-import.ts';
import { reaches, type Scope } from '#core/people/scope.ts';
import type { GroupId, TenantId } from '#core/shared/ids.ts';
import { runThrough } from '#core/shared/run-through.ts';
import type { Clock } from '../clock.ts';
import type { Caller } from '../people/caller.ts';
import type { LiveSite } from '../site/live-site.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { permissionFor } from './facts-of-site.ts';
import { importLine } from './import-line.ts';
import { inTurns } from './in-turns.ts';
import { type Packed, packing, unpacked } from './packing.ts';
import { isSameGround, undoGrounds } from './plan-grounds.ts';
import { currentRecord, tenantOfRecord } from './record-changes.ts';
import { stillNeeded } from './still-needed.ts';

export interface Undoing {
  readonly run: ImportRun;
  readonly rows: readonly ImportRow[];
  readonly caller: Caller;
}

/** Takes an import back in one decision: judged ahead, and once more where the site has changed meanwhile. */
export async function undoRun(
  desk: SiteDesk,
  clock: Clock,
  undoing: Undoing,
): Promise<{ readonly run: ImportRun; readonly plan: UndoPlan }> {
  const { live } = desk;
  const { run, caller } = undoing;
  const grounds = undoGrounds(live, run, caller);
  const ahead = await inTurns(planning(live, clock, undoing));
  return desk.decide(() => {
    const now = clock.now();
    const isStill = isSameGround(grounds, undoGrounds(live, run, caller));
    const { plan, packed } = isStill ? ahead : runThrough(planning(live, clock, undoing));
    const undone: ImportRun = { ...run, undone: { at: now, by: caller.name } };
    return {
      value: { run: undone, plan },
      changes: [
        ...unpacked(live, packed),
        { kind: 'save-import', run: undone },
        importLine(run, {
          kind: 'import-undone',
          now,
          by: caller.name,
          facts: { back: new Set(plan.back.map(recordKey)).size, kept: plan.kept.length },
        }),
      ],
      differences: packed.differences,
      told: [{ kind: 'site' }, { kind: 'log' }],
    };
  });
}

interface Planned {
  readonly plan: UndoPlan;
  readonly packed: Packed;
}

function* planning(
  live: LiveSite,
  clock: Clock,
  { run, rows, caller }: Undoing,
): Generator<undefined, Planned> {
  const rules = [...live.access.rules.values()];
  const plan = yield* planUndo(rows, {
    now: clock.now(),
    current: (record) => currentRecord(live, record),
    isNeeded: stillNeeded(live),
    reaches: reachOf(live, run, caller),
    isHeldByRule: (move) => ruleLeftBehind(rules, move, { tree: live.tenants }) !== null,
  });
  return { plan, packed: yield* packing(live, plan.back) };
}

/** What may be changed back follows from the right that changes such a thing by hand. */
function reachOf(live: LiveSite, run: ImportRun, caller: Caller): (record: ImportedRecord) => boolean {
  const own = caller.scope(permissionFor(run.kind));
  const groups = caller.scope('access.write');
  const tenants = caller.scope('people.write');
  return (record) => {
    const nodes = nodesOf(live, record);
    switch (record.of) {
      case 'tenant':
        return reaches(tenants, record.after.id);
      case 'group':
        return nodes.every((node) => reaches(groups, node));
      case 'station':
        return (
          nodes.every((node) => reaches(own, node)) &&
          changedGroups(record).every((id) => isWithinReach(live.access.groups.get(id), groups))
        );
      default:
        return nodes.length > 0 && nodes.every((node) => reaches(own, node));
    }
  };
}

/** Where a record hangs, and where it will hang again. */
function nodesOf(live: LiveSite, record: ImportedRecord): readonly TenantId[] {
  const now = tenantOfRecord(live, record);
  const before = record.before;
  return [
    ...(now === null ? [] : [now]),
    ...(before !== null && 'tenantId' in before ? [before.tenantId] : []),
  ];
}

/** Who is in which group decides who may charge. */
function changedGroups({
  before,
  after,
}: Extract<ImportedRecord, { readonly of: 'station' }>): readonly GroupId[] {
  if (before === null) return [];
  return [...before.groupIds, ...after.groupIds].filter(
    (id) => before.groupIds.includes(id) !== after.groupIds.includes(id),
  );
}

function isWithinReach(group: Group | undefined, scope: Scope): boolean {
  return group !== undefined && reaches(scope, group.tenantId);
}
