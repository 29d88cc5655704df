import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import classes from './factor-steps.module.css';

interface RecoveryStepProps {
  readonly codes: readonly string[];
  readonly name: string;
  readonly onDone: () => void;
}

/** The codes for a lost phone, once: to print, or to copy where passwords are kept. */
export function RecoveryStep({ codes, name, onDone }: RecoveryStepProps) {
  const { t } = useText();
  const site = useQuery(apiQuery('getSite', {})).data?.name ?? '';
  const head = t('account.recoveryOf', { name, site });
  return (
    <div className={classes.step} data-print>
      <h3 className={classes.head}>{head}</h3>
      <p>{t('account.recoveryText')}</p>
      <ol className={classes.codes} aria-label={t('account.recoveryTitle')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={classes.buttons}>
        <CopyButton text={[head, ...codes].join('\n')} label={t('account.recoveryTitle')} />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPrinter size={14} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('account.print')}
        </Button>
      </div>
      <Button className={classes.done ?? ''} data-autofocus onClick={onDone}>
        {t('account.kept')}
      </Button>
    </div>
  );
}
