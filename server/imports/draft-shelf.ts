import { randomBytes } from 'node:crypto';
import type { Mapping } from '#core/imports/guess-mapping.ts';
import type { ImportKind } from '#core/imports/import-kind.ts';
import type { ImportRun } from '#core/imports/import-run.ts';
import type { TenantId } from '#core/shared/ids.ts';
import { HOUR, type Instant, later } from '#core/shared/units.ts';
import type { Clock } from '../clock.ts';
import type { JudgedDraft } from './judge-draft.ts';
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
  readonly bytes: number;
  /** What dry runs have shown, by their wish; the latest last. */
  readonly seen: Map<string, Seen>;
  running: Promise<ImportRun> | null;
}

/** What the latest dry run of a wish has shown. */
export interface Seen {
  readonly rows: ReadonlyMap<number, string>;
  /** The very plan that was shown. How long plans are kept is not decided here. */
  readonly judged: WeakRef<Promise<JudgedDraft>>;
}

/** Why a draft is not there: its hour is over, its owner has uploaded others since, or others needed the room. */
export type DraftLoss = 'gone' | 'own-newer' | 'no-room';

/** An owner is whoever uploaded a draft: it holds what others may not be allowed to see. */
export interface DraftShelf {
  put(draft: Omit<ImportDraft, 'id'>, owner: string): ImportDraft;
  /** Somebody else's draft is gone for whoever asks. */
  of(id: string, owner: string): ImportDraft | DraftLoss;
  kept(draft: ImportDraft): KeptDraft | undefined;
}

/** Of one person or program. */
const MOST_OWN_DRAFTS = 2;
/** In memory, of all together. */
const MOST_BYTES = 200_000_000;
const MOST_REMEMBERED_LOSSES = 500;
const KEPT_MS = HOUR;

/** The files that wait to be imported, each for an hour: the latest two of everybody, as far as there is room. */
export function createDraftShelf(clock: Clock, mostBytes = MOST_BYTES): DraftShelf {
  const drafts = new Map<string, KeptDraft>();
  const losses = new Map<string, { readonly owner: string; readonly why: DraftLoss }>();
  return {
    put(content, owner) {
      const draft: ImportDraft = { ...content, id: randomBytes(12).toString('base64url') };
      const { bytes } = content.file;
      makeRoom(owner, bytes);
      const until = later(clock.now(), KEPT_MS);
      drafts.set(draft.id, { draft, owner, until, bytes, seen: new Map(), running: null });
      return draft;
    },

    of(id, owner) {
      const kept = drafts.get(id);
      if (kept !== undefined) return kept.owner !== owner || kept.until <= clock.now() ? 'gone' : kept.draft;
      const lost = losses.get(id);
      return lost?.owner === owner ? lost.why : 'gone';
    },

    kept: ({ id }) => drafts.get(id),
  };

  /** What has been imported goes first, then the oldest; what is being imported right now goes on without the shelf. */
  function makeRoom(owner: string, bytes: number): void {
    const now = clock.now();
    for (const [id, { until }] of drafts) if (until <= now) drafts.delete(id);
    // One that has been imported is kept only in case its answer was lost.
    const inOrder = [...drafts].toSorted(
      ([, one], [, other]) => Number(other.running !== null) - Number(one.running !== null),
    );
    const own = inOrder.filter(([, kept]) => kept.owner === owner);
    for (const [id] of own.slice(0, Math.max(0, own.length + 1 - MOST_OWN_DRAFTS))) lose(id, 'own-newer');
    let total = [...drafts.values()].reduce((sum, kept) => sum + kept.bytes, bytes);
    for (const [id, kept] of inOrder) {
      if (total <= mostBytes) break;
      if (!drafts.has(id)) continue;
      total -= kept.bytes;
      lose(id, 'no-room');
    }
  }

  function lose(id: string, why: DraftLoss): void {
    const kept = drafts.get(id);
    if (kept === undefined) return;
    drafts.delete(id);
    losses.set(id, { owner: kept.owner, why });
    for (const old of [...losses.keys()].slice(0, Math.max(0, losses.size - MOST_REMEMBERED_LOSSES)))
      losses.delete(old);
  }
}
