import { CloseButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../text/use-text.ts';
import classes from './split-page.module.css';

interface SplitPageProps {
  readonly children: ReactNode;
  /** The detail panel; null leaves all the room to the list. */
  readonly panel: ReactNode;
}

/** A list that stays where it is, and beside it the details of what is selected. */
export function SplitPage({ children, panel }: SplitPageProps) {
  return (
    <div className={classes.split} data-open={panel !== null}>
      <div className={classes.list}>{children}</div>
      {panel}
    </div>
  );
}

interface DetailPanelProps {
  readonly title: ReactNode;
  readonly under?: ReactNode;
  /** Stands beside the close button. */
  readonly actions?: ReactNode;
  readonly label: string;
  readonly onClose: () => void;
  /** Changes when the focus is to move in here, as after Enter in the list. */
  readonly focusOn?: string | undefined;
  readonly children: ReactNode;
}

/** 480 px of details. Esc closes it and gives the focus back to where it came from. */
export function DetailPanel({ title, under, actions, label, onClose, focusOn, children }: DetailPanelProps) {
  const { t } = useText();
  const panel = useRef<HTMLElement>(null);
  const from = useRef<Element | null>(null);
  useEffect(() => {
    if (focusOn === undefined) return;
    from.current = document.activeElement;
    panel.current?.focus();
  }, [focusOn]);
  const close = () => {
    onClose();
    if (from.current instanceof HTMLElement) from.current.focus();
  };
  useHotkeys([['Escape', close]]);
  return (
    <aside className={classes.panel} aria-label={label} tabIndex={-1} ref={panel}>
      <header className={classes.head}>
        <div className={classes.titles}>
          <h2 className={classes.title}>{title}</h2>
          {under === undefined ? null : <div className={classes.under}>{under}</div>}
        </div>
        {actions}
        <CloseButton aria-label={t('words.closePanel')} onClick={close} />
      </header>
      <div className={classes.body}>{children}</div>
    </aside>
  );
}
