import type { ReactNode } from 'react';
import classes from './setting-card.module.css';

interface SettingCardProps {
  /** Where links to this part of the page lead. */
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** One part of the settings: its name at the side, its fields beside it. */
export function SettingCard({ id, title, children }: SettingCardProps) {
  return (
    <section className={classes.card} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <div className={classes.fields}>{children}</div>
    </section>
  );
}
