import { type BrokenChain, type ChainCheck, checkEntries, UNCHECKED } from '#core/logbook/verify-chain.ts';
import type { Reads } from '#store/reads.ts';
import { sha256 } from '../site/seal-entries.ts';
import type { LogbookHead } from './head-file.ts';

/** What the whole chain is like. */
export interface LogbookCheck {
  /** How many entries are as they were written. */
  readonly sound: number;
  readonly last: ChainCheck['last'];
  readonly broken: { readonly id: number; readonly kind: BreakKind } | null;
}

/**
 * `altered`, `unsealed` and `gap` are found in the chain itself; `cut-off` means that entries are missing at its end, and
 * `rewritten` that it is whole but not the one that was there.
 */
export type BreakKind = BrokenChain['kind'] | 'cut-off' | 'rewritten';

/** Few enough for stations not to wait while a page is hashed. */
const PAGE = 500;

/**
 * Reads the logbook from its beginning, page by page, and checks that it leads to the entry that was written last (`head`,
 * a hash) and through the one that was kept outside.
 */
export async function checkLogbook(
  reads: Pick<Reads, 'sealedEntries'>,
  { head, kept }: { readonly head: string | null; readonly kept: LogbookHead | null },
): Promise<LogbookCheck> {
  let check = UNCHECKED;
  let after = 0;
  let headSeen = head === null;
  let keptSeen = kept === null;
  for (;;) {
    const page = await reads.sealedEntries({ after, limit: PAGE });
    check = checkEntries(check, page, sha256);
    headSeen ||= page.some(({ hash }) => hash === head);
    keptSeen ||= page.some(({ id, hash }) => id === kept?.id && hash === kept.hash);
    after = page.at(-1)?.id ?? after;
    if (check.broken !== null || page.length < PAGE) break;
  }
  const { sound, last } = check;
  const end = last?.id ?? 0;
  if (check.broken !== null) return { sound, last, broken: check.broken };
  if (!headSeen || (kept !== null && !keptSeen && end < kept.id))
    return { sound, last, broken: { id: end + 1, kind: 'cut-off' } };
  return { sound, last, broken: keptSeen ? null : { id: kept?.id ?? 0, kind: 'rewritten' } };
}
