import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../lib/api-query.ts';
import { useText } from '../text/use-text.ts';
import classes from './new-version-bar.module.css';

/** After an update of the program this page is still the old one; reloading is left to whoever may be typing. */
export function NewVersionBar() {
  const { t } = useText();
  const version = useQuery(apiQuery('status', {})).data?.version;
  const [loaded] = useState(version);
  if (version === undefined || version === loaded) return null;
  return (
    <p className={classes.bar} role="status">
      {t('shell.newVersion', { version })}
      <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
        {t('shell.reload')}
      </Button>
    </p>
  );
}
