import { Button } from '@mantine/core';
import { IconBroadcast, IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { apiQuery } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import { AddressCard } from '../../ui/address-card.tsx';
import classes from './first-station.module.css';

/** The one thing to do in an empty house. */
export function FirstStation() {
  const { t } = useText();
  const navigate = useNavigate();
  const knocks = useQuery(apiQuery('listKnocks', {})).data?.items ?? [];
  return (
    <section className={classes.card}>
      <span className={classes.icon} aria-hidden>
        <IconPlugConnected size={28} stroke={1.5} />
      </span>
      <div className={classes.text}>
        <h2 className={classes.title}>{t('overview.emptyTitle')}</h2>
        <p className={classes.lead}>{t('overview.emptyText')}</p>
        <AddressCard withText={false} />
        <div className={classes.status} role="status">
          <IconBroadcast size={18} stroke={1.75} aria-hidden />
          {knocks.length === 0 ? t('overview.listening') : t('overview.knocking', { count: knocks.length })}
          {knocks.length === 0 ? null : (
            <Button
              size="compact-md"
              onClick={() => void navigate({ to: '/stations/{-$stationId}', params: {}, search: {} })}
            >
              {t('overview.letIn')}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
