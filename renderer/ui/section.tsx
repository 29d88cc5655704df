import type { ReactNode } from 'react';
import classes from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** In a frame of its own on a page; plain inside a panel. */
  readonly card?: boolean;
}

/** A part of a page or panel with its heading. */
export function Section({ title, aside, children, card = false }: SectionProps) {
  return (
    <section className={card ? classes.card : classes.plain}>
      <header className={classes.head}>
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
