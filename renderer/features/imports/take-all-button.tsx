import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ImportKind } from '#api/import-fields.ts';
import type { ImportRow } from '#api/imports.ts';
import { callApi } from '../../lib/call-api.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { type ImportWork, useImportWorks } from './import-work.ts';
import { suggestedCells, withRows } from './row-edits.ts';

interface TakeAllButtonProps {
  readonly kind: ImportKind;
  readonly work: ImportWork;
}

const PAGE_ROWS = 1_000;

/** Takes what was probably meant in every row that has an error: a zero that is lost is seldom lost alone. */
export function TakeAllButton({ kind, work }: TakeAllButtonProps) {
  const { t } = useText();
  const tell = useTell();
  const change = useImportWorks((state) => state.change);
  const take = useMutation({
    mutationFn: () => damagedRows(work),
    onError: tell.failed,
    onSuccess(rows) {
      const suggested = rows
        .map((row) => ({ number: row.number, cells: suggestedCells(row, null) }))
        .filter(({ cells }) => cells.length > 0);
      const before = work.fixes;
      if (suggested.length === 0) return tell.done(t('imports.noSuggestions'));
      change(kind, (now) => ({ ...now, fixes: withRows(before, suggested) }));
      tell.done(t('imports.tookAll', { count: suggested.length }), {
        undo: () => change(kind, (now) => ({ ...now, fixes: before })),
      });
    },
  });
  return (
    <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
      {t('imports.takeAll')}
    </Button>
  );
}

async function damagedRows({ draftId, mapping, fixes, skips, options }: ImportWork): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { readonly items: readonly ImportRow[]; readonly next: string | null } = await callApi(
      'dryRunImport',
      {
        params: { draftId },
        body: {
          mapping,
          fixes,
          skips: [...skips],
          options,
          verdicts: ['error'],
          limit: PAGE_ROWS,
          ...(cursor !== '' && { cursor }),
        },
      },
    );
    rows.push(...page.items);
    cursor = page.next;
  }
  return rows;
}
