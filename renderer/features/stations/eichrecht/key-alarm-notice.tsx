import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Station } from '#api/stations.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './eichrecht.module.css';

/** Says on the live part of a station that a meter shows another key, and where that is settled. */
export function KeyAlarmNotice({ station }: { readonly station: Station }) {
  const { t } = useText();
  if (station.keyAlarms.length === 0) return null;
  return (
    <div className={classes.alarm}>
      <IconAlertTriangle size={18} aria-hidden />
      <p>
        {t('eichrecht.notice', { connectors: station.keyAlarms.join(', ') })}{' '}
        <Link to="/stations/{-$stationId}" params={{ stationId: station.id }} search={{ tab: 'details' }}>
          {t('eichrecht.noticeLook')}
        </Link>
      </p>
    </div>
  );
}
