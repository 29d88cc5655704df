import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { apiQuery } from '../lib/api-query.ts';
import { useCall } from '../lib/use-call.ts';
import { useFormat } from '../lib/use-format.ts';
import { useTell } from '../lib/use-tell.ts';
import { useText } from '../text/use-text.ts';
import classes from './new-version-bar.module.css';

/** Tells of attempts to sign in under the own name, until it has been taken note of. */
export function FailedSignInsBar() {
  const { t } = useText();
  const format = useFormat();
  const tell = useTell();
  const seen = useCall('seeFailedSignIns');
  const failed = useQuery(apiQuery('status', {})).data?.signedInAs?.failedSignIns ?? null;
  if (failed === null) return null;
  return (
    <p className={classes.bar} role="status">
      <span>
        {t('account.failed', { count: failed.count, since: format.dateTime(failed.since) })}{' '}
        <Link to="/settings" hash="account">
          {t('shell.changePassword')}
        </Link>
      </span>
      <Button
        size="compact-sm"
        variant="default"
        loading={seen.isPending}
        onClick={() => seen.mutate({}, { onError: tell.failed })}
      >
        {t('account.failedSeen')}
      </Button>
    </p>
  );
}
