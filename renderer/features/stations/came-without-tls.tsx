import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StationSecurity } from '#api/station-security.ts';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { CutOffDialog } from '../../ui/cut-off-dialog.tsx';
import { profileWords } from './profile-words.ts';
import classes from './security-section.module.css';

interface CameWithoutTlsProps {
  readonly station: Station;
  readonly security: StationSecurity;
}

/** What to look at when a station came back without TLS, and the two ways on. */
export function CameWithoutTls({ station, security }: CameWithoutTlsProps) {
  const { t } = useText();
  const tell = useTell();
  const [confirming, setConfirming] = useState(false);
  const upgrade = useCall('upgradeProfile');
  const require = useCall('requireProfile');
  const ports = useQuery(apiQuery('getAddressCard', {})).data?.ports;
  const charging = station.connectors.filter(({ session }) => session !== null);
  const params = { stationId: station.id };
  const to = security.upgrade?.to ?? security.profile;
  const again = () =>
    upgrade.mutate(
      { params, body: { profile: to } },
      {
        onSuccess: ({ outcome }) => tell.done(t(`security.upgraded.${outcome}`)),
        onError: tell.failed,
      },
    );
  const giveUp = () =>
    require.mutate(
      { params, body: { profile: security.profile } },
      {
        onSuccess: () => tell.done(t('security.gaveUp', { profile: profileWords(security.profile, t) })),
        onError: tell.failed,
      },
    );
  return (
    <div className={classes.part} role="alert">
      <p className={classes.warning}>{t('security.cameWithoutTls', { port: ports?.wss ?? '?' })}</p>
      <div className={classes.buttons}>
        <Button
          size="compact-md"
          variant="default"
          loading={upgrade.isPending}
          onClick={() => (charging.length > 0 ? setConfirming(true) : again())}
        >
          {t('security.tryAgain')}
        </Button>
        <Button size="compact-md" variant="subtle" loading={require.isPending} onClick={giveUp}>
          {t('security.giveUp')}
        </Button>
      </div>
      <CutOffDialog
        opened={confirming}
        connectors={charging}
        what={t('security.tryAgain')}
        onConfirm={() => {
          setConfirming(false);
          again();
        }}
        onClose={() => setConfirming(false)}
      />
    </div>
  );
}
