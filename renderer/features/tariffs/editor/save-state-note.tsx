import { Button } from '@mantine/core';
import { problemText } from '../../../lib/problem-text.ts';
import { useText } from '../../../text/use-text.ts';
import type { WrongField } from '../../../ui/wrong-fields.ts';
import classes from './save-state-note.module.css';
import type { SaveState } from './use-autosave.ts';

interface SaveStateNoteProps {
  readonly state: SaveState;
  /** What stands there is not stored, whatever else is. */
  readonly wrong: readonly WrongField[];
  readonly onRetry: () => void;
}

/** Whether everything is stored. */
export function SaveStateNote({ state, wrong, onRetry }: SaveStateNoteProps) {
  const { t } = useText();
  const isPartly = wrong.length > 0 && (state.kind === 'saved' || state.kind === 'saving');
  if (isPartly)
    return (
      <span className={classes.note} role="status" data-state="partly">
        {t('tariffs.save.failed', { why: wrong.map(({ label }) => label).join(', ') })}
      </span>
    );
  return (
    <span className={classes.note} role="status" data-state={state.kind}>
      {state.kind === 'failed'
        ? t('tariffs.save.failed', { why: problemText(state.error, t) })
        : t(`tariffs.save.${state.kind}`)}
      {state.kind === 'failed' ? (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          {t('words.retry')}
        </Button>
      ) : null}
    </span>
  );
}
