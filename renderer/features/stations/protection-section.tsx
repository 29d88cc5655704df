import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { Station } from '#api/stations.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './protection-section.module.css';

/** Whether the station proves who it is; a new password is shown once. */
export function ProtectionSection({ station }: { readonly station: Station }) {
  const { t } = useText();
  const tell = useTell();
  const setPassword = useCall('setStationPassword');
  const [shown, setShown] = useState<string | null>(null);
  const [own, setOwn] = useState<string | null>(null);
  const params = { stationId: station.id };
  const open = station.protection === 'open';

  const save = (body: { readonly password?: string | null }) =>
    setPassword.mutate(
      { params, body },
      {
        onSuccess: (answer) => {
          setShown(answer.password);
          setOwn(null);
          if (body.password === undefined) return;
          const said = body.password === null ? 'stationDetails.removed' : 'stationDetails.passwordSet';
          tell.done(t(said, { station: station.name }));
        },
        onError: tell.failed,
      },
    );
  return (
    <Section title={t('stationDetails.protection')}>
      <div className={classes.state} data-open={open}>
        {open ? <IconAlertTriangle size={18} aria-hidden /> : <IconShieldLock size={18} aria-hidden />}
        <p>
          <strong>{t(open ? 'stationDetails.open' : 'stationDetails.password')}.</strong>{' '}
          {t(open ? 'stationDetails.openText' : 'stationDetails.passwordText')}
        </p>
      </div>
      {shown === null ? null : (
        <div className={classes.once}>
          <p>{t('stationDetails.shownOnce')}</p>
          <CopyField text={shown} label={t('stationDetails.password')} />
        </div>
      )}
      {own === null ? (
        <div className={classes.buttons}>
          <Button
            size="compact-md"
            variant="default"
            loading={setPassword.isPending}
            onClick={() => save({})}
          >
            {t(open ? 'stationDetails.generate' : 'stationDetails.renew')}
          </Button>
          <Button size="compact-md" variant="subtle" onClick={() => setOwn('')}>
            {t('stationDetails.setOwn')}
          </Button>
          {open ? null : (
            <Button size="compact-md" variant="subtle" onClick={() => save({ password: null })}>
              {t('stationDetails.removePassword')}
            </Button>
          )}
        </div>
      ) : (
        <form
          className={classes.own}
          onSubmit={(event) => {
            event.preventDefault();
            save({ password: own });
          }}
        >
          <TextInput
            label={t('stationDetails.own')}
            description={t('stationDetails.ownHint')}
            classNames={{ input: classes.mono ?? '' }}
            autoFocus
            required
            withAsterisk={false}
            autoComplete="off"
            minLength={8}
            maxLength={40}
            pattern="[!-~]+"
            value={own}
            onChange={(event) => setOwn(event.currentTarget.value)}
          />
          <div className={classes.buttons}>
            <Button type="submit" loading={setPassword.isPending}>
              {t('words.save')}
            </Button>
            <Button variant="subtle" onClick={() => setOwn(null)}>
              {t('words.cancel')}
            </Button>
          </div>
        </form>
      )}
    </Section>
  );
}
