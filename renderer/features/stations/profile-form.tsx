import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { StationSecurity } from '#api/station-security.ts';
import type { Station } from '#api/stations.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { CutOffDialog } from '../../ui/cut-off-dialog.tsx';
import { PROFILES, profileWords } from './profile-words.ts';
import classes from './security-section.module.css';

interface ProfileFormProps {
  readonly station: Station;
  readonly security: StationSecurity;
}

/** Another profile: by the station itself where it is higher, or only asked for because somebody has set it there. */
export function ProfileForm({ station, security }: ProfileFormProps) {
  const { t } = useText();
  const tell = useTell();
  const [picked, setPicked] = useState<number | null>(null);
  const chosen = picked ?? Math.min(3, security.profile + 1);
  const [confirming, setConfirming] = useState(false);
  const upgrade = useCall('upgradeProfile');
  const require = useCall('requireProfile');
  const params = { stationId: station.id };
  const body = { profile: chosen };
  // A station restarts to take another profile.
  const charging = station.connectors.filter(({ session }) => session !== null);
  const onUpgrade = () =>
    upgrade.mutate(
      { params, body },
      {
        onSuccess: ({ outcome }) => tell.done(t(`security.upgraded.${outcome}`)),
        onError: tell.failed,
      },
    );
  const onRequire = () =>
    require.mutate(
      { params, body },
      {
        onSuccess: () => tell.done(t('security.required', { profile: profileWords(chosen, t) })),
        onError: tell.failed,
      },
    );
  return (
    <div className={classes.part}>
      <NativeSelect
        label={t('security.wanted')}
        description={t('security.wantedHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        data={PROFILES.map((value) => ({ value, label: profileWords(Number(value), t) }))}
        value={String(chosen)}
        onChange={(event) => setPicked(Number(event.currentTarget.value))}
      />
      <div className={classes.buttons}>
        <Button
          size="compact-md"
          variant="default"
          disabled={!station.online || chosen <= security.profile}
          loading={upgrade.isPending}
          onClick={() => (charging.length > 0 ? setConfirming(true) : onUpgrade())}
        >
          {t('security.upgradeButton')}
        </Button>
        <Button
          size="compact-md"
          variant="subtle"
          disabled={chosen === security.profile && security.upgrade === null}
          loading={require.isPending}
          onClick={onRequire}
        >
          {t('security.requireButton')}
        </Button>
      </div>
      <CutOffDialog
        opened={confirming}
        connectors={charging}
        what={t('security.upgradeButton')}
        onConfirm={() => {
          setConfirming(false);
          onUpgrade();
        }}
        onClose={() => setConfirming(false)}
      />
    </div>
  );
}
