import { type Instant, later, MINUTE } from '#core/shared/units.ts';
import type { JudgedDraft } from './judge-draft.ts';
import { isSameGround, type PlanGrounds } from './plan-grounds.ts';

/** The plan of each draft that was made last, also while it is being made. */
export interface DraftPlans {
  /** Null unless it was made for the same wish, at a site that has not changed since. */
  of(draftId: string, asked: PlanAsked): Promise<JudgedDraft> | null;
  keep(draftId: string, asked: PlanAsked, judged: Promise<JudgedDraft>): void;
}

export interface PlanAsked {
  readonly wish: string;
  readonly grounds: PlanGrounds;
  readonly now: Instant;
}

/** Cards and rules begin and end by the clock. */
const KEPT_MS = MINUTE;
/** A plan of twenty thousand rows holds as many records as it touches. */
const MOST_PLANS = 4;

/**
 * A file of twenty thousand rows is looked at page by page, and judging all of it for each page would be work for
 * nothing. Of each draft one plan is kept, and of all drafts the latest four: looking at another file throws away a plan
 * only where many look at theirs.
 */
export function createDraftPlans(): DraftPlans {
  const plans = new Map<string, PlanAsked & { readonly judged: Promise<JudgedDraft> }>();
  return {
    of(draftId, { wish, grounds, now }) {
      const known = plans.get(draftId);
      if (known === undefined || known.wish !== wish || later(known.now, KEPT_MS) < now) return null;
      return isSameGround(known.grounds, grounds) ? known.judged : null;
    },
    keep(draftId, asked, judged) {
      plans.delete(draftId);
      const entry = { ...asked, judged };
      plans.set(draftId, entry);
      for (const id of [...plans.keys()].slice(0, Math.max(0, plans.size - MOST_PLANS))) plans.delete(id);
      const forget = () => {
        if (plans.get(draftId) === entry) plans.delete(draftId);
      };
      // What was begun anew rests on other grounds than those it was asked on; what has failed is nothing to keep.
      judged.then((done) => {
        if (!isSameGround(done.grounds, asked.grounds)) forget();
      }, forget);
    },
  };
}
