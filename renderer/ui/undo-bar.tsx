import { Button, CloseButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useUndoState } from '../lib/undo-state.ts';
import { useText } from '../text/use-text.ts';
import classes from './undo-bar.module.css';

const SHOWN_MS = 10_000;

/** Says what was done and takes it back; the last thing done, for ten seconds, also by Ctrl/⌘ Z. */
export function UndoBar() {
  const { t } = useText();
  const { notice, dismiss } = useUndoState();
  // Whoever is about to press the button is not raced by the clock.
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (notice === null) setHeld(false);
  }, [notice]);
  useHotkeys([['mod+Z', () => notice?.undo && takeBack()]]);
  useEffect(() => {
    if (notice === null || held) return undefined;
    const timer = setTimeout(dismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice, dismiss, held]);

  const holdProps = {
    onPointerEnter: () => setHeld(true),
    onPointerLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  };
  const takeBack = () => {
    notice?.undo?.();
    dismiss();
  };
  return (
    <div className={classes.place} role="status" aria-live="polite">
      {notice === null ? null : (
        <div className={classes.bar} data-tone={notice.tone} {...holdProps}>
          <span>{notice.text}</span>
          {notice.undo === undefined ? null : (
            <Button size="compact-sm" variant="white" onClick={takeBack}>
              {notice.undoLabel ?? t('words.undo')}
            </Button>
          )}
          {notice.action === undefined ? null : (
            <Button size="compact-sm" variant="white" onClick={notice.action.run}>
              {notice.action.label}
            </Button>
          )}
          <CloseButton size="sm" variant="transparent" aria-label={t('words.close')} onClick={dismiss} />
        </div>
      )}
    </div>
  );
}
