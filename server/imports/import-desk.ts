import { guessMapping, type Mapping, plainHeader } from '#core/imports/guess-mapping.ts';
import type { ImportKind } from '#core/imports/import-kind.ts';
import type { ImportRow, ImportRun } from '#core/imports/import-run.ts';
import type { JudgedRow } from '#core/imports/judged-row.ts';
import { type ImportPlan, type ImportWish, planImport, touchedRecords } from '#core/imports/plan-import.ts';
import { planUndo, recordKey, type UndoPlan, undoState } from '#core/imports/undo-import.ts';
import type { LogKind } from '#core/logbook/entry.ts';
import { reaches } from '#core/people/scope.ts';
import type { TenantId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Store } from '#store/store.ts';
import type { Clock } from '../clock.ts';
import type { Caller } from '../people/caller.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { createDraftShelf, type ImportDraft } from './draft-shelf.ts';
import { factsOfSite, type ImportOptions, mayCreate, permissionFor } from './facts-of-site.ts';
import { createLastPlan } from './last-plan.ts';
import { leftRowsCsv } from './left-rows.ts';
import { readSheet } from './read-sheet.ts';
import { currentRecord, recordChange, tenantOfRecord } from './record-changes.ts';
import { stillNeeded } from './still-needed.ts';

export interface Upload {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly tenantId: TenantId;
  readonly bytes: Buffer;
  readonly caller: Caller;
}

export interface DraftWish extends Omit<ImportWish, 'kind'> {
  readonly options: ImportOptions;
}

export type UndoOutcome =
  | { readonly kind: 'undone'; readonly run: ImportRun; readonly plan: UndoPlan }
  | { readonly kind: 'already-undone' | 'too-old' };

export interface ImportDesk {
  upload(upload: Upload): Promise<ImportDraft | 'unreadable' | 'empty' | 'too-long'>;
  /** Null when it is gone, or somebody else's. */
  draft(id: string, caller: Caller): ImportDraft | null;
  /** What would become of each row; remembered, so that nothing else comes of it later. */
  dryRun(draft: ImportDraft, wish: DraftWish, caller: Caller): ImportPlan;
  /** Imports what is sound in one decision. A second time it hands out what the first came to. */
  run(draft: ImportDraft, wish: DraftWish, caller: Caller): Promise<ImportRun>;
  undo(run: ImportRun, caller: Caller): Promise<UndoOutcome>;
}

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
  const lastPlan = createLastPlan();
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
        caller,
      );
    },

    draft: drafts.of,

    dryRun(draft, wish, caller) {
      const grounds = {
        draftId: draft.id,
        wish: wishKey(wish),
        scope: caller.scope(permissionFor(draft.kind)),
        mayCreate: mayCreate(caller, draft.tenantId),
        now: clock.now(),
      };
      const known = lastPlan.of(desk.live, grounds);
      if (known !== null) return known;
      const plan = planned(desk.live, draft, { wish, caller, asSeen: null, isDryRun: true });
      lastPlan.keep(desk.live, grounds, plan);
      const kept = drafts.kept(draft);
      if (kept !== undefined)
        kept.seen = {
          wish: grounds.wish,
          rows: new Map(plan.rows.map((row) => [row.number, outcomeOf(row)])),
        };
      return plan;
    },

    run(draft, wish, caller) {
      const kept = drafts.kept(draft);
      const earlier = kept?.running ?? null;
      if (earlier !== null) return earlier;
      const seen = kept?.seen?.wish === wishKey(wish) ? kept.seen.rows : null;
      const running = importNow(draft, wish, { caller, seen });
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
        return await undoNow(run, await store.reads.importRows(run.id), caller);
      } catch (error) {
        beingUndone.delete(run.id);
        throw error;
      }
    },
  };

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

  function importNow(
    draft: ImportDraft,
    wish: DraftWish,
    { caller, seen }: { readonly caller: Caller; readonly seen: ReadonlyMap<number, string> | null },
  ): Promise<ImportRun> {
    return desk.decide((live) => {
      const now = clock.now();
      const asSeen =
        seen === null ? null : (number: number, row: JudgedRow) => seen.get(number) === outcomeOf(row);
      const plan = planned(live, draft, { wish, caller, asSeen, isDryRun: false });
      const { sheet } = draft.file;
      const run: ImportRun = {
        id: live.nextId('import'),
        kind: draft.kind,
        tenantId: draft.tenantId,
        fileName: draft.fileName,
        at: now,
        by: caller.name,
        counts: plan.counts,
        leftRows: leftRowsCsv({ sheet, rows: plan.rows, language: live.site.language }),
        undone: null,
      };
      const touched = touchedRecords(plan.rows);
      const rows: readonly ImportRow[] = touched.map(({ number, record }) => ({
        importId: run.id,
        number,
        record,
      }));
      return {
        value: run,
        changes: [
          ...touched.map(({ record }) => recordChange(record)),
          { kind: 'save-import', run },
          { kind: 'add-import-rows', rows },
          {
            kind: 'save-import-profile',
            profile: {
              kind: draft.kind,
              tenantId: draft.tenantId,
              headers: sheet.headers.map(plainHeader),
              mapping: wish.mapping,
              usedAt: now,
            },
          },
          importLine(run, { kind: 'import-run', now, by: caller.name }),
        ],
        told: [{ kind: 'site' }, { kind: 'knock' }, { kind: 'log' }],
      };
    });
  }

  function planned(
    live: LiveSite,
    draft: ImportDraft,
    how: {
      readonly wish: DraftWish;
      readonly caller: Caller;
      readonly asSeen: ((number: number, row: JudgedRow) => boolean) | null;
      readonly isDryRun: boolean;
    },
  ): ImportPlan {
    const { wish, caller, asSeen, isDryRun } = how;
    const { kind, tenantId, file } = draft;
    const facts = factsOfSite(live, {
      kind,
      tenantId,
      options: wish.options,
      caller,
      now: clock.now(),
      asSeen,
      isDryRun,
    });
    return planImport(file.sheet, { ...wish, kind }, facts);
  }

  function undoNow(run: ImportRun, rows: readonly ImportRow[], caller: Caller): Promise<UndoOutcome> {
    return desk.decide<UndoOutcome>((live) => {
      const now = clock.now();
      const scope = caller.scope(permissionFor(run.kind));
      const plan = planUndo(rows, {
        now,
        current: (record) => currentRecord(live, record),
        isNeeded: stillNeeded(live),
        reaches(record) {
          const tenant = tenantOfRecord(live, record);
          return tenant !== null && reaches(scope, tenant);
        },
      });
      const undone: ImportRun = { ...run, undone: { at: now, by: caller.name } };
      return {
        value: { kind: 'undone', run: undone, plan },
        changes: [
          ...plan.back.map(recordChange),
          { kind: 'save-import', run: undone },
          importLine(run, {
            kind: 'import-undone',
            now,
            by: caller.name,
            facts: { back: new Set(plan.back.map(recordKey)).size, kept: plan.kept.length },
          }),
        ],
        told: [{ kind: 'site' }, { kind: 'log' }],
      };
    });
  }
}

function importLine(
  { id, kind, fileName, tenantId, counts }: ImportRun,
  line: {
    readonly kind: LogKind;
    readonly now: Instant;
    readonly by: string;
    readonly facts?: Readonly<Record<string, number>>;
  },
) {
  return logLine(line.now, line.kind, {
    actor: line.by,
    tenantId,
    facts: {
      import: id,
      of: kind,
      file: fileName,
      new: counts.new,
      changed: counts.changed,
      left: counts.error,
      ...line.facts,
    },
  });
}

function outcomeOf({ verdict, fields }: JudgedRow): string {
  return JSON.stringify([verdict, fields]);
}

function wishKey({ mapping, fixes, skips, options }: DraftWish): string {
  return JSON.stringify([mapping, [...fixes], [...skips], options]);
}
