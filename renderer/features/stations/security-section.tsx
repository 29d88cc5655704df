import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { StationSecurity } from '#api/station-security.ts';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { type Translate, useText } from '../../text/use-text.ts';
import { FactsList } from '../../ui/facts-list.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { CameWithoutTls } from './came-without-tls.tsx';
import { CertificateList } from './certificate-list.tsx';
import { hasComeWithoutTls } from './has-come-without-tls.ts';
import { ProfileForm } from './profile-form.tsx';
import { profileWords } from './profile-words.ts';
import { RootList } from './root-list.tsx';
import classes from './security-section.module.css';

/** How the station proves who it is, how its line is secured, and what can be changed about it. */
export function SecuritySection({ station }: { readonly station: Station }) {
  const { t } = useText();
  const params = { stationId: station.id };
  const security = useQuery(apiQuery('getStationSecurity', { params }));
  const { data } = security;
  return (
    <Section title={t('security.title')}>
      {security.error && data === undefined ? (
        <ProblemNote error={security.error} onRetry={() => void security.refetch()} />
      ) : null}
      {data === undefined ? null : (
        <>
          <FactsList
            rows={[
              { label: t('security.profile'), value: profileWords(data.profile, t) },
              { label: t('security.line'), value: lineWords(data, t) },
              data.upgrade === null
                ? null
                : {
                    label: t('security.upgrade'),
                    value: `${profileWords(data.upgrade.to, t)} · ${t(`security.state.${hasComeWithoutTls(station, data) ? 'without-tls' : data.upgrade.state}`)}`,
                  },
              data.newKey === null
                ? null
                : {
                    label: t('security.newKey'),
                    value: t(`security.keyState.${keyState(data.newKey.state)}`),
                  },
              { label: t('security.commonName'), value: data.commonName },
            ]}
          />
          {hasComeWithoutTls(station, data) ? <CameWithoutTls station={station} security={data} /> : null}
          <ProfileForm station={station} security={data} />
          <Keys station={station} />
          <CertificateList station={station} certificates={data.certificates} />
          <RootList station={station} />
        </>
      )}
    </Section>
  );
}

function Keys({ station }: { readonly station: Station }) {
  const { t } = useText();
  const tell = useTell();
  const rotate = useCall('rotateKey');
  const params = { stationId: station.id };
  return (
    <div className={classes.part}>
      <p className={classes.hint}>{t('security.rotateText')}</p>
      <div className={classes.buttons}>
        <Button
          size="compact-md"
          variant="default"
          disabled={!station.online}
          loading={rotate.isPending}
          onClick={() =>
            rotate.mutate(
              { params },
              {
                onSuccess: ({ outcome }) =>
                  tell.done(t('security.rotated', { state: t(`security.keyState.${outcome}`) })),
                onError: tell.failed,
              },
            )
          }
        >
          {t('security.rotate')}
        </Button>
      </div>
    </div>
  );
}

function lineWords({ line }: StationSecurity, t: Translate): string {
  if (line === null) return t('words.none');
  if (!line.encrypted) return t('security.plain');
  return t('security.encrypted', { version: line.version ?? '', cipher: line.cipher ?? '' });
}

function keyState(state: 'asked' | 'accepted' | 'no-answer') {
  return state === 'accepted' ? 'waiting' : state;
}
