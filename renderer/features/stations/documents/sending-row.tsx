import { Button, CloseButton, Loader } from '@mantine/core';
import { ApiError } from '../../../lib/api-error.ts';
import type { Format } from '../../../lib/format.ts';
import { problemText } from '../../../lib/problem-text.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { type Translate, useText } from '../../../text/use-text.ts';
import classes from './documents.module.css';
import { MOST_BYTES, type Sending, type SendingState } from './use-add-documents.ts';

interface SendingRowProps {
  readonly sending: Sending;
  readonly onRetry: () => void;
  readonly onDismiss: () => void;
}

/** A file on its way, or why it was not taken. */
export function SendingRow({ sending, onRetry, onDismiss }: SendingRowProps) {
  const { t } = useText();
  const format = useFormat();
  const { file, state } = sending;
  const { name } = file;
  const isRefused = state.kind === 'too-large' || state.kind === 'refused';
  return (
    <li className={classes.row}>
      {state.kind === 'sending' ? <Loader size={20} aria-hidden /> : null}
      <span className={classes.what}>
        <strong>{name}</strong>
        <span className={isRefused ? classes.wrong : classes.quiet}>{stateWords(state, { t, format })}</span>
      </span>
      {state.kind === 'refused' && mayWorkLater(state.error) ? (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('documents.retry', { name })}
          onClick={onRetry}
        >
          {t('words.retry')}
        </Button>
      ) : null}
      {isRefused ? <CloseButton aria-label={t('documents.dismiss', { name })} onClick={onDismiss} /> : null}
    </li>
  );
}

function stateWords(
  state: SendingState,
  { t, format }: { readonly t: Translate; readonly format: Format },
): string {
  switch (state.kind) {
    case 'waiting':
      return t('documents.waiting');
    case 'sending':
      return t('documents.sending');
    case 'too-large':
      return t('documents.tooLarge', { megabytes: format.number(MOST_BYTES / 1_000_000) });
    case 'refused':
      return problemText(state.error, t);
  }
}

/** Nothing was wrong with the file itself. */
function mayWorkLater(error: Error): boolean {
  return !(error instanceof ApiError) || error.problem.status >= 500;
}
