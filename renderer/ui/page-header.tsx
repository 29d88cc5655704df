import type { ReactNode } from 'react';
import classes from './page-header.module.css';

interface PageHeaderProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** The page's name and, at its end, what can be done with the page as a whole. */
export function PageHeader({ title, children }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <h1>{title}</h1>
      <div className={classes.actions}>{children}</div>
    </header>
  );
}
