import type { ImportFieldKey } from '#api/import-fields.ts';
import type { ImportRow } from '#api/imports.ts';
import { useText } from '../../text/use-text.ts';
import classes from './cell-text.module.css';

interface CellTextProps {
  readonly row: ImportRow;
  readonly field: ImportFieldKey;
  /** What somebody has typed instead of what the file says. */
  readonly typed: string | undefined;
}

/** What stands in a cell; where it changes a record, what stood there before. */
export function CellText({ row, field, typed }: CellTextProps) {
  const { t } = useText();
  const change = row.verdict === 'changed' ? row.changes.find((one) => one.field === field) : undefined;
  if (change !== undefined && change.old !== change.new)
    return (
      <span className={classes.change}>
        {change.old === null || change.old === '' ? null : (
          <>
            <del className={classes.old}>{change.old}</del> <span aria-hidden>→</span>{' '}
          </>
        )}
        <ins className={classes.new}>{change.new === '' ? t('imports.empty') : change.new}</ins>
      </span>
    );
  return (
    <span className={classes.text} data-typed={typed !== undefined}>
      {typed ?? row.values[field] ?? ''}
    </span>
  );
}
