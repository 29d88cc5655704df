import { Button } from '@mantine/core';
import { IconShieldCheck, IconShieldExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../lib/api-query.ts';
import { useCall } from '../../lib/use-call.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import classes from './logbook-check.module.css';

/** Whether the entries are as they were written; nothing for whoever may not read all of them. */
export function LogbookCheck() {
  const { t } = useText();
  const format = useFormat();
  const tell = useTell();
  const check = useQuery({ ...apiQuery('getLogbookCheck', {}), retry: false }).data;
  const verify = useCall('verifyLogbook');
  if (check === undefined) return null;
  const { broken, checkedAt } = check;
  const Icon = broken === null ? IconShieldCheck : IconShieldExclamation;
  return (
    <div className={classes.check} data-broken={broken !== null || undefined}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span>{sentence()}</span>
      <Button
        size="compact-xs"
        variant="subtle"
        loading={verify.isPending}
        onClick={() => verify.mutate({}, { onError: tell.failed })}
      >
        {t('logbook.checkNow')}
      </Button>
    </div>
  );

  function sentence(): string {
    if (broken !== null) return t('logbook.broken', { entry: broken.entryId });
    if (checkedAt === null || check === undefined) return t('logbook.notChecked');
    return t('logbook.checked', {
      count: check.sound,
      entries: format.number(check.sound),
      last: check.lastId ?? 0,
      at: format.dateTime(checkedAt),
    });
  }
}
