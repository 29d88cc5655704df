import { useQueries } from '@tanstack/react-query';
import { useRef } from 'react';
import { IMPORT_VERDICTS, type ImportCounts, type ImportRow } from '#api/imports.ts';
import { apiQuery } from '../../lib/api-query.ts';
import type { AnswerOf } from '../../lib/call-api.ts';
import type { ImportWork } from './import-work.ts';

export type Verdict = (typeof IMPORT_VERDICTS)[number];
export type Shown = Verdict | 'all';
type Page = AnswerOf<'dryRunImport'>;

const PAGE_ROWS = 200;
/** Pages of what was typed before are of no use for long. */
const KEPT_MS = 10_000;

export interface DryRun {
  /** Undefined until the first answer. */
  readonly counts: ImportCounts | undefined;
  /** How many rows the filter shows. */
  readonly total: number;
  /** Undefined while it is being read. */
  readonly rowAt: (index: number) => ImportRow | undefined;
  readonly error: Error | null;
  /** Whether the numbers are those of what was typed last. */
  readonly isCurrent: boolean;
  readonly retry: () => void;
}

/** What is in sight: numbers of rows in the order of the filter. */
export interface Sight {
  readonly first: number;
  readonly last: number;
}

/**
 * What an import would do, as far as it is in sight: of twenty thousand rows two pages are read. While they are read
 * anew after a cell was typed, they stay as they were.
 */
export function useDryRun(
  { draftId, mapping, fixes, skips, options }: ImportWork,
  shown: Shown,
  { first, last }: Sight,
): DryRun {
  const known = useRef(new Map<string, Page>());
  const counts = useRef<ImportCounts | undefined>(undefined);
  const pages: number[] = [];
  for (let page = Math.floor(first / PAGE_ROWS); page <= Math.floor(last / PAGE_ROWS); page += 1)
    pages.push(page);
  const results = useQueries({
    queries: pages.map((page) => ({
      ...apiQuery('dryRunImport', {
        params: { draftId },
        body: {
          mapping,
          fixes,
          skips: [...skips],
          options,
          ...(shown !== 'all' && { verdicts: [shown] }),
          ...(page > 0 && { cursor: String(page * PAGE_ROWS) }),
          limit: PAGE_ROWS,
        },
      }),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: KEPT_MS,
    })),
  });
  for (const [index, page] of pages.entries()) {
    const data = results[index]?.data;
    if (data === undefined) continue;
    known.current.set(`${shown} ${page}`, data);
    counts.current = data.counts;
  }
  return {
    counts: counts.current,
    total: counts.current === undefined ? 0 : countShown(counts.current, shown),
    rowAt(index) {
      const page = known.current.get(`${shown} ${Math.floor(index / PAGE_ROWS)}`);
      const row = page?.items[index % PAGE_ROWS];
      return row !== undefined && skips.includes(row.number) ? asSkipped(row) : row;
    },
    error: results.find(({ error }) => error !== null)?.error ?? null,
    isCurrent: results.some(({ data }) => data !== undefined),
    retry: () => {
      for (const result of results) if (result.error !== null) void result.refetch();
    },
  };
}

export function countShown(counts: ImportCounts, shown: Shown): number {
  if (shown !== 'all') return counts[shown];
  return IMPORT_VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
}

/** What was left out is so at once, also while the answer is on its way. */
function asSkipped(row: ImportRow): ImportRow {
  return row.verdict === 'skipped' ? row : { ...row, verdict: 'skipped', problems: [] };
}
