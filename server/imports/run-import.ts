import type { Change } from '#core/changes.ts';
import { plainHeader } from '#core/imports/guess-mapping.ts';
import type { ImportRun } from '#core/imports/import-run.ts';
import { type ImportPlan, touchedRecords } from '#core/imports/plan-import.ts';
import { settledRecords } from '#core/imports/settle-records.ts';
import { runThrough } from '#core/shared/run-through.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Clock } from '../clock.ts';
import type { LiveSite } from '../site/live-site.ts';
import type { Decided, SiteDesk } from '../site/site-desk.ts';
import { importLine } from './import-line.ts';
import { inTurns } from './in-turns.ts';
import { groundsNow, type JudgedDraft, type Judging, judgeAtOnce, judgeDraft } from './judge-draft.ts';
import { leftRowsCsv } from './left-rows.ts';
import { type Packed, packing, unpacked } from './packing.ts';
import { isSameGround } from './plan-grounds.ts';

/**
 * Imports what is sound, all of it in one decision. It is judged (unless a dry run has `shown` the very plan) and packed
 * ahead, while others have their turns; where the site has changed between that and the decision, it is judged once
 * more on the site as it is by then.
 */
export async function runImport(
  desk: SiteDesk,
  clock: Clock,
  judging: Judging & { readonly shown: Promise<JudgedDraft> | null },
): Promise<ImportRun> {
  const { live } = desk;
  const judged = await (judging.shown ?? judgeDraft(live, clock, judging));
  const prepare = (plan: ImportPlan) => preparing(live, judging, { plan, now: clock.now() });
  const ahead = await inTurns(prepare(judged.plan));
  return desk.decide(() => {
    const isStill = isSameGround(judged.grounds, groundsNow(live, judging));
    const work = isStill ? ahead : runThrough(prepare(judgeAtOnce(live, clock, judging).plan));
    return decided(live, work, { judging, now: clock.now() });
  });
}

interface Prepared {
  readonly run: Omit<ImportRun, 'at'>;
  readonly packed: Packed;
}

/** Rows that go to the store as one. */
const ROWS_AT_ONCE = 50;

function* preparing(
  live: LiveSite,
  { draft, caller }: Judging,
  { plan, now }: { readonly plan: ImportPlan; readonly now: Instant },
): Generator<undefined, Prepared> {
  const { kind, tenantId, fileName, file } = draft;
  const touched = yield* settledRecords(yield* touchedRecords(plan.rows), {
    judgedAt: plan.at,
    now,
    newId: (of) => live.nextId(of),
  });
  const id = live.nextId('import');
  const rowChanges: Change[] = [];
  for (let from = 0; from < touched.length; from += ROWS_AT_ONCE) {
    const some = touched.slice(from, from + ROWS_AT_ONCE);
    const rows = some.map(({ number, record }) => ({ importId: id, number, record }));
    rowChanges.push({ kind: 'add-import-rows', rows });
  }
  const leftRows = leftRowsCsv({ sheet: file.sheet, rows: plan.rows, language: live.site.language });
  const records = touched.map(({ record }) => record);
  return {
    run: { id, kind, tenantId, fileName, by: caller.name, counts: plan.counts, leftRows, undone: null },
    packed: yield* packing(live, records, rowChanges),
  };
}

function decided(
  live: LiveSite,
  { run: prepared, packed }: Prepared,
  { judging, now }: { readonly judging: Judging; readonly now: Instant },
): Decided<ImportRun> {
  const { draft, wish } = judging;
  const run: ImportRun = { ...prepared, at: now };
  const { kind, tenantId } = draft;
  const headers = draft.file.sheet.headers.map(plainHeader);
  return {
    value: run,
    changes: [
      ...unpacked(live, packed),
      { kind: 'save-import', run },
      {
        kind: 'save-import-profile',
        profile: { kind, tenantId, headers, mapping: wish.mapping, usedAt: now },
      },
      importLine(run, { kind: 'import-run', now, by: run.by }),
    ],
    differences: packed.differences,
    told: [{ kind: 'site' }, { kind: 'knock' }, { kind: 'log' }],
  };
}
