import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { apiQuery } from '../../lib/api-query.ts';
import { useCall } from '../../lib/use-call.ts';
import { useMay } from '../../lib/use-may.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import classes from './erp-page.module.css';
import { ipAddressIn } from './target-obstacle.ts';

interface AllowTargetProps {
  readonly url: string;
  readonly onAllowed: () => void;
}

/** The way on for an address in the own network: whoever may set the site allows it from here. */
export function AllowTarget({ url, onAllowed }: AllowTargetProps) {
  const { t } = useText();
  const tell = useTell();
  const maySet = useMay()('settings.write', 'everywhere');
  const site = useQuery(apiQuery('getSite', {})).data;
  const change = useCall('changeSite');
  const address = ipAddressIn(url);
  if (!maySet) return <p className={classes.quiet}>{t('webhooks.allowElsewhere')}</p>;
  if (address === undefined || site === undefined)
    return (
      <Link to="/settings" hash="network">
        {t('webhooks.toSettings')}
      </Link>
    );
  const allow = () =>
    change.mutate(
      { body: { lanTargets: [...site.lanTargets, address] } },
      { onSuccess: onAllowed, onError: tell.failed },
    );
  return (
    <div className={classes.buttons}>
      <Button variant="default" loading={change.isPending} onClick={allow}>
        {t('webhooks.allow', { address })}
      </Button>
    </div>
  );
}
