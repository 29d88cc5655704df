import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { copyText } from '../lib/copy-text.ts';
import { useText } from '../text/use-text.ts';
import classes from './copy-field.module.css';

type Outcome = 'idle' | 'copied' | 'failed';

const SHOWN_MS = 2_500;

/** Text to be entered elsewhere, in a clear face, with a button that says truthfully whether it copied. */
export function CopyField({ text, label }: { readonly text: string; readonly label: string }) {
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
    <div>
      <div className={classes.field}>
        <code className={classes.text} title={label}>
          {text}
        </code>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon size={14} aria-hidden />}
          aria-label={`${t('words.copy')}: ${label}`}
          onClick={() => void copy()}
        >
          {t(outcome === 'copied' ? 'words.copied' : 'words.copy')}
        </Button>
      </div>
      <p className={classes.failed} role="status">
        {outcome === 'failed' ? t('words.copyFailed') : null}
      </p>
    </div>
  );
}
