import type { ReactNode } from 'react';
import classes from './facts-list.module.css';

export interface FactRow {
  readonly label: string;
  readonly value: ReactNode;
}

/** Names and their values, aligned; what is not known is left out. */
export function FactsList({ rows }: { readonly rows: readonly (FactRow | null)[] }) {
  return (
    <dl className={classes.facts}>
      {rows.map((row) =>
        row === null ? null : (
          <div key={row.label}>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
