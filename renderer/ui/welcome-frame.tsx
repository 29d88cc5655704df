import type { ReactNode } from 'react';
import { Logo } from './logo.tsx';
import classes from './welcome-frame.module.css';

interface WelcomeFrameProps {
  readonly title: string;
  readonly text?: string;
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

/** The quiet page before the house: setting up and signing in. */
export function WelcomeFrame({ title, text, above, children }: WelcomeFrameProps) {
  return (
    <main className={classes.page}>
      <div className={classes.brand}>
        <Logo />
        <strong>Ladehaus</strong>
      </div>
      <div className={classes.card}>
        {above}
        <h1 className={classes.title}>{title}</h1>
        {text === undefined ? null : <p className={classes.text}>{text}</p>}
        {children}
      </div>
    </main>
  );
}
