import { Button } from '@mantine/core';
import { useText } from '../../text/use-text.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import classes from './people-page.module.css';

interface StartPasswordProps {
  readonly name: string;
  readonly password: string;
  readonly onDone: () => void;
}

/** The password that a person begins with, once. */
export function StartPassword({ name, password, onDone }: StartPasswordProps) {
  const { t } = useText();
  return (
    <div className={classes.form} role="status">
      <p>{t('people.startText', { name })}</p>
      <CopyField text={password} label={t('people.startTitle')} />
      <div className={classes.buttons}>
        <Button data-autofocus onClick={onDone}>
          {t('people.startDone')}
        </Button>
      </div>
    </div>
  );
}
