import { randomBytes } from 'node:crypto';
import type { Mapping } from '#core/imports/guess-mapping.ts';
import type { ImportKind } from '#core/imports/import-kind.ts';
import type { ImportRun } from '#core/imports/import-run.ts';
import type { TenantId } from '#core/shared/ids.ts';
import { HOUR, type Instant, later } from '#core/shared/units.ts';
import type { Clock } from '../clock.ts';
import type { Caller } from '../people/caller.ts';
import type { ReadFile } from './read-sheet.ts';

/** A file that somebody has uploaded and not yet imported. In memory only: nothing of it is kept that nobody wanted. */
export interface ImportDraft {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly tenantId: TenantId;
  readonly file: ReadFile;
  readonly mapping: Mapping;
  readonly remembered: boolean;
}

/** A draft with what has become of it so far. */
interface KeptDraft {
  readonly draft: ImportDraft;
  readonly owner: string;
  readonly until: Instant;
  /** What the last dry run has shown, and for which wish. */
  seen: { readonly wish: string; readonly rows: ReadonlyMap<number, string> } | null;
  running: Promise<ImportRun> | null;
}

export interface DraftShelf {
  put(draft: Omit<ImportDraft, 'id'>, caller: Caller): ImportDraft;
  /** Null when it is gone, or somebody else's. */
  of(id: string, caller: Caller): ImportDraft | null;
  kept(draft: ImportDraft): KeptDraft | undefined;
}

const MOST_DRAFTS = 20;
const KEPT_MS = HOUR;

/** The files that wait to be imported: the latest twenty, each for an hour. */
export function createDraftShelf(clock: Clock): DraftShelf {
  const drafts = new Map<string, KeptDraft>();
  return {
    put(content, caller) {
      const draft: ImportDraft = { ...content, id: randomBytes(12).toString('base64url') };
      forgetOld();
      const until = later(clock.now(), KEPT_MS);
      drafts.set(draft.id, { draft, owner: ownerOf(caller), until, seen: null, running: null });
      return draft;
    },

    of(id, caller) {
      const kept = drafts.get(id);
      if (kept === undefined || kept.owner !== ownerOf(caller) || kept.until <= clock.now()) return null;
      return kept.draft;
    },

    kept: ({ id }) => drafts.get(id),
  };

  function forgetOld(): void {
    const now = clock.now();
    for (const [id, { until }] of drafts) if (until <= now) drafts.delete(id);
    for (const id of drafts.keys()) {
      if (drafts.size < MOST_DRAFTS) break;
      drafts.delete(id);
    }
  }
}

/** A draft belongs to whoever uploaded it: it holds what others may not be allowed to see. */
function ownerOf({ who, name }: Caller): string {
  return `${who.kind} ${name}`;
}
