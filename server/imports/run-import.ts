import type { Change } from '#core/changes.ts';
import { plainHeader } from '#core/imports/guess-mapping.ts';
import type { ImportedRecord, ImportRow, ImportRun } from '#core/imports/import-run.ts';
import { toldStation } from '#core/imports/imported-station.ts';
import { type ImportPlan, touchedRecords } from '#core/imports/plan-import.ts';
import type { Clock } from '../clock.ts';
import type { LiveSite } from '../site/live-site.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { importLine } from './import-line.ts';
import { inOneGo, inTurns } from './in-turns.ts';
import { groundsNow, type Judging, judgeAtOnce, judgeDraft } from './judge-draft.ts';
import { leftRowsCsv } from './left-rows.ts';
import { isSameGround } from './plan-grounds.ts';
import { recordChange } from './record-changes.ts';

/**
 * Imports what is sound, all of it in one decision. It is judged ahead, while others have their turns; where the site
 * has changed between that and the decision, it is judged once more on the site as it is by then.
 */
export async function runImport(desk: SiteDesk, clock: Clock, judging: Judging): Promise<ImportRun> {
  const { live } = desk;
  const judged = await judgeDraft(live, clock, judging);
  const prepared = await inTurns(preparing(live, judging, judged.plan));
  return desk.decide(() => {
    const isStill = isSameGround(judged.grounds, groundsNow(live, judging));
    const work = isStill
      ? prepared
      : inOneGo(preparing(live, judging, judgeAtOnce(live, clock, judging).plan));
    return decided(live, work, { judging, clock });
  });
}

interface Prepared {
  readonly run: Omit<ImportRun, 'at'>;
  readonly rows: readonly ImportRow[];
}

function* preparing(
  live: LiveSite,
  { draft, caller }: Judging,
  plan: ImportPlan,
): Generator<undefined, Prepared> {
  const { kind, tenantId, fileName, file } = draft;
  const touched = yield* touchedRecords(plan.rows);
  const importId = live.nextId('import');
  const left = leftRowsCsv({ sheet: file.sheet, rows: plan.rows, language: live.site.language });
  yield;
  return {
    run: {
      id: importId,
      kind,
      tenantId,
      fileName,
      by: caller.name,
      counts: plan.counts,
      leftRows: left,
      undone: null,
    },
    rows: touched.map(({ number, record }) => ({ importId, number, record })),
  };
}

function decided(
  live: LiveSite,
  prepared: Prepared,
  { judging, clock }: { readonly judging: Judging; readonly clock: Clock },
) {
  const { draft, wish, caller } = judging;
  const now = clock.now();
  const run: ImportRun = { ...prepared.run, at: now };
  const rows = prepared.rows.map((row) => ({ ...row, record: asNow(live, row.record) }));
  const changes: readonly Change[] = [
    ...rows.map(({ record }) => recordChange(record)),
    { kind: 'save-import', run },
    { kind: 'add-import-rows', rows },
    {
      kind: 'save-import-profile',
      profile: {
        kind: draft.kind,
        tenantId: draft.tenantId,
        headers: draft.file.sheet.headers.map(plainHeader),
        mapping: wish.mapping,
        usedAt: now,
      },
    },
    importLine(run, { kind: 'import-run', now, by: caller.name }),
  ];
  return {
    value: run,
    changes,
    told: [{ kind: 'site' }, { kind: 'knock' }, { kind: 'log' }] as const,
  };
}

/** A station may have come or gone since it was judged; the grounds of a plan do not mind. */
function asNow(live: LiveSite, record: ImportedRecord): ImportedRecord {
  if (record.of !== 'station' || record.before === null) return record;
  const current = live.stations.get(record.after.id) ?? record.before;
  return { ...record, before: current, after: toldStation(current, record.after) };
}
