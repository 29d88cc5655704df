import { CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../text/use-text.ts';
import classes from './split-page.module.css';
import { useEscape } from './use-escape.ts';
import type { FocusWish } from './use-panel-focus.ts';

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
  /** A new one moves the focus in here, as after Enter in the list. */
  readonly focusOn?: FocusWish | undefined;
  readonly children: ReactNode;
}

const SELECTED_ROW = '[role="grid"] tr[aria-selected="true"]';

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
    const back = from.current?.isConnected ? from.current : document.querySelector(SELECTED_ROW);
    onClose();
    if (back instanceof HTMLElement) back.focus();
  };
  useEscape(close);
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
