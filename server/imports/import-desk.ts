import { guessMapping, type Mapping, plainHeader } from '#core/imports/guess-mapping.ts';
import type { ImportKind } from '#core/imports/import-kind.ts';
import type { ImportRun } from '#core/imports/import-run.ts';
import type { JudgedRow } from '#core/imports/judged-row.ts';
import type { ImportPlan } from '#core/imports/plan-import.ts';
import { type UndoPlan, undoState } from '#core/imports/undo-import.ts';
import type { TenantId } from '#core/shared/ids.ts';
import type { Store } from '#store/store.ts';
import type { Clock } from '../clock.ts';
import type { Caller } from '../people/caller.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { createDraftPlans, type PlanAsked } from './draft-plans.ts';
import { createDraftShelf, type DraftLoss, type ImportDraft } from './draft-shelf.ts';
import { inTurns } from './in-turns.ts';
import { type DraftWish, type JudgedDraft, type Judging, judgeDraft } from './judge-draft.ts';
import { planGrounds } from './plan-grounds.ts';
import { readSheet } from './read-sheet.ts';
import { runImport } from './run-import.ts';
import { undoRun } from './undo-run.ts';

export interface Upload {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly tenantId: TenantId;
  readonly bytes: Buffer;
  readonly caller: Caller;
}

export type UndoOutcome =
  | { readonly kind: 'undone'; readonly run: ImportRun; readonly plan: UndoPlan }
  | { readonly kind: 'already-undone' | 'too-old' };

export interface ImportDesk {
  upload(upload: Upload): Promise<ImportDraft | 'unreadable' | 'empty' | 'too-long'>;
  /** Why it is not there, where it is not; somebody else's is gone. */
  draft(id: string, caller: Caller): ImportDraft | DraftLoss;
  /** What would become of each row; remembered, so that nothing else comes of it later. */
  dryRun(draft: ImportDraft, wish: DraftWish, caller: Caller): Promise<ImportPlan>;
  /** Imports what is sound in one decision. A second time it hands out what the first came to. */
  run(draft: ImportDraft, wish: DraftWish, caller: Caller): Promise<ImportRun>;
  undo(run: ImportRun, caller: Caller): Promise<UndoOutcome>;
}

/** Of one draft; somebody may look at a file in two windows. */
const MOST_SEEN = 2;

export function openImportDesk({
  desk,
  store,
  clock,
}: {
  readonly desk: SiteDesk;
  readonly store: Store;
  readonly clock: Clock;
}): ImportDesk {
  const drafts = createDraftShelf(clock);
  const plans = createDraftPlans();
  const beingUndone = new Set<number>();

  return {
    async upload({ kind, fileName, tenantId, bytes, caller }) {
      const read = await readSheet(bytes, kind);
      if (read.kind !== 'read') return read.kind;
      const { headers } = read.file.sheet;
      const remembered = await rememberedMapping(kind, headers, tenantId);
      return drafts.put(
        {
          kind,
          fileName,
          tenantId,
          file: read.file,
          mapping: remembered ?? guessMapping(kind, headers),
          remembered: remembered !== null,
        },
        ownerOf(caller),
      );
    },

    draft: (id, caller) => drafts.of(id, ownerOf(caller)),

    async dryRun(draft, wish, caller) {
      const asked = askedFor(draft, wish, caller);
      const judged = plans.of(draft.id, asked) ?? begin(asked, { draft, wish, caller, asSeen: null });
      const { plan } = await judged;
      const seen = drafts.kept(draft)?.seen;
      if (seen !== undefined && seen.get(asked.wish)?.judged.deref() !== judged) {
        const rows = await inTurns(outcomesOf(plan));
        seen.delete(asked.wish);
        seen.set(asked.wish, { rows, judged: new WeakRef(judged) });
        for (const old of [...seen.keys()].slice(0, Math.max(0, seen.size - MOST_SEEN))) seen.delete(old);
      }
      return plan;
    },

    run(draft, wish, caller) {
      const kept = drafts.kept(draft);
      const earlier = kept?.running ?? null;
      if (earlier !== null) return earlier;
      const seen = kept?.seen.get(wishKey(wish)) ?? null;
      const asSeen =
        seen === null ? null : (number: number, row: JudgedRow) => seen.rows.get(number) === outcomeOf(row);
      // Another plan of the same wish may be on its way, and nobody has seen what it says.
      const latest = seen === null ? null : plans.of(draft.id, askedFor(draft, wish, caller));
      const shown = latest !== null && latest === seen?.judged.deref() ? latest : null;
      const running = runImport(desk, clock, { draft, wish, caller, asSeen, shown });
      if (kept !== undefined) {
        kept.running = running;
        // What could not be kept may be tried again.
        running.catch(() => {
          kept.running = null;
        });
      }
      return running;
    },

    async undo(run, caller) {
      if (beingUndone.has(run.id)) return { kind: 'already-undone' };
      const state = undoState(run, clock.now());
      if (state !== 'possible') return { kind: state === 'undone' ? 'already-undone' : 'too-old' };
      beingUndone.add(run.id);
      try {
        const rows = await store.reads.importRows(run.id);
        return { kind: 'undone', ...(await undoRun(desk, clock, { run, rows, caller })) };
      } catch (error) {
        beingUndone.delete(run.id);
        throw error;
      }
    },
  };

  function begin(asked: PlanAsked, judging: Judging): Promise<JudgedDraft> {
    const judged = judgeDraft(desk.live, clock, judging);
    plans.keep(judging.draft.id, asked, judged);
    return judged;
  }

  function askedFor(draft: ImportDraft, wish: DraftWish, caller: Caller): PlanAsked {
    return {
      wish: wishKey(wish),
      grounds: planGrounds(desk.live, draft, caller),
      now: clock.now(),
    };
  }

  async function rememberedMapping(
    kind: ImportKind,
    headers: readonly string[],
    tenantId: TenantId,
  ): Promise<Mapping | null> {
    const plain = JSON.stringify(headers.map(plainHeader));
    const profiles = (await store.reads.importProfiles(kind)).filter(
      (profile) => JSON.stringify(profile.headers) === plain,
    );
    // Somebody else's habit is better than a guess, the own one better than both.
    const own = profiles.find((profile) => profile.tenantId === tenantId);
    return own?.mapping ?? null;
  }
}

/** What is shown of each row, as far as it would change something. */
function* outcomesOf({ rows }: ImportPlan): Generator<undefined, ReadonlyMap<number, string>> {
  const outcomes = new Map<number, string>();
  for (const row of rows) {
    if (row.verdict === 'new' || row.verdict === 'changed') outcomes.set(row.number, outcomeOf(row));
    yield;
  }
  return outcomes;
}

function outcomeOf({ verdict, fields }: JudgedRow): string {
  return JSON.stringify([verdict, fields]);
}

/** Names change and are not unique; who somebody is does not. */
function ownerOf({ who }: Caller): string {
  return who.kind === 'person'
    ? `person ${who.person.id}`
    : `client ${who.client.id} for ${who.person?.id ?? 'itself'}`;
}

function wishKey({ mapping, fixes, skips, options }: DraftWish): string {
  return JSON.stringify([mapping, [...fixes], [...skips], options]);
}
