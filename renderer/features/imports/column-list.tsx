import { Select } from '@mantine/core';
import { IMPORT_FIELDS, IMPORT_KEY_FIELDS } from '#api/import-fields.ts';
import type { ImportDraft } from '#api/imports.ts';
import { useText } from '../../text/use-text.ts';
import classes from './column-list.module.css';
import { columnLetter } from './import-fields.ts';

interface ColumnListProps {
  readonly draft: ImportDraft;
  readonly mapping: ImportDraft['mapping'];
  /** Null: the column is left out. */
  readonly onChange: (column: number, field: string | null) => void;
}

/** Each column of the file with what stands in it and the field it fills. */
export function ColumnList({ draft, mapping, onChange }: ColumnListProps) {
  const { t } = useText();
  const { kind, columns } = draft;
  const titleOf = (column: number): string => {
    const title = columns[column]?.title ?? '';
    return title === '' ? t('imports.untitled', { letter: columnLetter(column) }) : title;
  };
  const fieldIn = (column: number) => Object.entries(mapping).find(([, one]) => one === column)?.[0] ?? null;
  const keys: readonly string[] = IMPORT_KEY_FIELDS[kind];
  const choicesOf = (column: number) =>
    IMPORT_FIELDS[kind].map((field) => {
      const taken = mapping[field];
      const label = keys.includes(field) ? `${t(`imports.field.${field}`)} *` : t(`imports.field.${field}`);
      return {
        value: field,
        label:
          taken === undefined || taken === column
            ? label
            : t('imports.takenBy', { field: label, column: titleOf(taken) }),
      };
    });
  return (
    <ul className={classes.list}>
      {columns.map(({ samples }, column) => {
        const field = fieldIn(column);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
          <li key={column} className={classes.column} data-left={field === null}>
            <div className={classes.of}>
              <p className={classes.title}>{titleOf(column)}</p>
              <p className={classes.samples}>
                {samples.length === 0 ? t('imports.noSamples') : samples.join(' · ')}
              </p>
            </div>
            <Select
              className={classes.field ?? ''}
              aria-label={t('imports.fieldOf', { column: titleOf(column) })}
              placeholder={t('imports.leftOut')}
              data={choicesOf(column)}
              value={field}
              clearable
              searchable
              onChange={(value) => onChange(column, value)}
            />
          </li>
        );
      })}
    </ul>
  );
}
