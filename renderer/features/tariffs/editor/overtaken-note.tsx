import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useText } from '../../../text/use-text.ts';
import classes from './overtaken-note.module.css';
import type { Draft } from './use-draft.ts';

/** Somebody else has changed the same tariff: what is on the page stays there until it is said which of the two counts. */
export function OvertakenNote({ draft }: { readonly draft: Draft }) {
  const { t } = useText();
  return (
    <div className={classes.note} role="alert">
      <IconUsers size={20} stroke={1.75} aria-hidden />
      <div className={classes.words}>
        <p className={classes.what}>{t('tariffs.overtaken')}</p>
        <p>{t('tariffs.overtakenText')}</p>
      </div>
      <div className={classes.actions}>
        <Button size="compact-sm" variant="default" onClick={draft.takeTheirs}>
          {t('tariffs.takeTheirs')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={draft.keepMine}>
          {t('tariffs.keepMine')}
        </Button>
      </div>
    </div>
  );
}
