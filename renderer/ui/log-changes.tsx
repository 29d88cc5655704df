import { Fragment } from 'react';
import type { RecordDifference } from '#api/logbook.ts';
import { useFormat } from '../lib/use-format.ts';
import { useText } from '../text/use-text.ts';
import { fieldWords, recordWords, valueWords } from './field-words.ts';
import classes from './log-changes.module.css';

/** What somebody changed, field by field, before and after. */
export function LogChanges({ changed }: { readonly changed: readonly RecordDifference[] }) {
  const { t } = useText();
  const format = useFormat();
  return (
    <table className={classes.changes}>
      <thead>
        <tr>
          <th scope="col">{t('recordFields.field')}</th>
          <th scope="col">{t('recordFields.before')}</th>
          <th scope="col">{t('recordFields.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map((record) => (
          <Fragment key={`${record.of} ${record.id}`}>
            <tr className={classes.record}>
              <th scope="rowgroup" colSpan={3}>
                {recordWords(record, t)}
                {record.before === null ? ` – ${t('recordFields.added')}` : null}
                {record.after === null ? ` – ${t('recordFields.removed')}` : null}
              </th>
            </tr>
            {fieldsOf(record).map((field) => (
              <tr key={field}>
                <th scope="row">{fieldWords(field, t)}</th>
                <td>{valueWords(record.before?.[field], { t, format })}</td>
                <td>{valueWords(record.after?.[field], { t, format })}</td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function fieldsOf({ before, after }: RecordDifference): readonly string[] {
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
}
