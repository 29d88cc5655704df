import { useEffect, useState } from 'react';
import { useText } from '../text/use-text.ts';
import classes from './data-table.module.css';
import { type Column, columnClass } from './data-table-columns.tsx';

const ROWS = 8;
/** The data is near: whatever comes sooner needs no sign that it is coming. */
const PATIENCE_MS = 300;

/** Rows of the real height that say "coming", but not before it takes noticeably long. */
export function SkeletonRows<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  const { t } = useText();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <tbody>
      {Array.from({ length: ROWS }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <tr key={index} className={classes.row}>
          {columns.map((column, position) => (
            <td key={column.id} className={columnClass(column)}>
              {index + position === 0 ? <span className="visually-hidden">{t('words.loading')}</span> : null}
              {shown ? <span className={classes.skeleton} /> : null}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
