import type { JudgedRow } from '#core/imports/judged-row.ts';
import { type ImportPlan, type ImportWish, planRowByRow } from '#core/imports/plan-import.ts';
import { runThrough } from '#core/shared/run-through.ts';
import type { Clock } from '../clock.ts';
import type { Caller } from '../people/caller.ts';
import type { LiveSite } from '../site/live-site.ts';
import type { ImportDraft } from './draft-shelf.ts';
import { factsOfSite, type ImportOptions } from './facts-of-site.ts';
import { inTurns } from './in-turns.ts';
import { fileNames } from './known-records.ts';
import { isSameGround, type PlanGrounds, planGrounds } from './plan-grounds.ts';

export interface DraftWish extends Omit<ImportWish, 'kind'> {
  readonly options: ImportOptions;
}

export interface Judging {
  readonly draft: ImportDraft;
  readonly wish: DraftWish;
  readonly caller: Caller;
  /** Whether a row comes out as it was shown; null where nothing was. */
  readonly asSeen: ((number: number, row: JudgedRow) => boolean) | null;
}

export interface JudgedDraft {
  readonly plan: ImportPlan;
  readonly grounds: PlanGrounds;
}

/** So often the work begins anew because somebody has changed the site meanwhile. */
const MOST_BEGINNINGS = 4;

/**
 * What becomes of each row, all on one state of the site, while everybody else has their turns. On a site that changes
 * faster than the file is judged it is done in one go after a few beginnings, and the others wait.
 */
export async function judgeDraft(live: LiveSite, clock: Clock, judging: Judging): Promise<JudgedDraft> {
  for (let beginning = 0; beginning < MOST_BEGINNINGS; beginning += 1) {
    await fileNames(live);
    const grounds = groundsNow(live, judging);
    const holds = () => isSameGround(grounds, groundsNow(live, judging));
    const plan = await inTurns(planning(live, clock, judging), holds);
    if (plan !== null) return { plan, grounds };
  }
  return judgeAtOnce(live, clock, judging);
}

/** The same without a pause, as a decision needs it. */
export function judgeAtOnce(live: LiveSite, clock: Clock, judging: Judging): JudgedDraft {
  return { plan: runThrough(planning(live, clock, judging)), grounds: groundsNow(live, judging) };
}

export function groundsNow(
  live: LiveSite,
  { draft, caller }: Pick<Judging, 'draft' | 'caller'>,
): PlanGrounds {
  return planGrounds(live, draft, caller);
}

function planning(
  live: LiveSite,
  clock: Clock,
  { draft, wish, caller, asSeen }: Judging,
): Generator<unknown, ImportPlan> {
  const { kind, tenantId, file } = draft;
  const request = { kind, tenantId, options: wish.options, caller, now: clock.now(), asSeen };
  return planRowByRow(file.sheet, { ...wish, kind }, factsOfSite(live, request));
}
