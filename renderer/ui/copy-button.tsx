import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { copyText } from '../lib/copy-text.ts';
import { useText } from '../text/use-text.ts';
import classes from './copy-button.module.css';

type Outcome = 'idle' | 'copied' | 'failed';

const SHOWN_MS = 2_500;

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for who does not see it. */
  readonly label: string;
}

/** Copies a text and says truthfully whether it did. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { t } = useText();
  const [outcome, setOutcome] = useState<Outcome>('idle');
  useEffect(() => {
    if (outcome === 'idle') return undefined;
    const timer = setTimeout(() => setOutcome('idle'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => setOutcome((await copyText(text)) ? 'copied' : 'failed');
  const Icon = outcome === 'copied' ? IconCheck : IconCopy;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        className={classes.button ?? ''}
        leftSection={<Icon size={14} aria-hidden />}
        aria-label={`${t('words.copy')}: ${label}`}
        onClick={() => void copy()}
      >
        {t(outcome === 'copied' ? 'words.copied' : 'words.copy')}
      </Button>
      <p className={classes.failed} role="status">
        {outcome === 'failed' ? t('words.copyFailed') : null}
      </p>
    </>
  );
}
