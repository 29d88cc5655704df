import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Authority } from '#api/authority.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { apiUrl } from '../../lib/call-api.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { When } from '../../ui/figures.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './network-section.module.css';
import { SettingCard } from './setting-card.tsx';

/** The site's own certificate authority: its root for stations, and what this program shows them. */
export function CertificatesSection() {
  const { t } = useText();
  const authority = useQuery(apiQuery('getAuthority', {}));
  const { data } = authority;
  return (
    <SettingCard id="certificates" title={t('security.authority')}>
      <p className={classes.under}>{t('security.authorityText')}</p>
      {authority.error && data === undefined ? (
        <ProblemNote error={authority.error} onRetry={() => void authority.refetch()} />
      ) : null}
      {data === undefined ? null : (
        <>
          {data.readable ? null : <Unreadable />}
          <Root authority={data} />
          <ServerCertificates key={data.addedNames.join()} authority={data} />
        </>
      )}
    </SettingCard>
  );
}

function Unreadable() {
  const { t } = useText();
  const tell = useTell();
  const replace = useCall('replaceAuthority');
  return (
    <div className={classes.part} role="alert">
      <p>{t('security.unreadable')}</p>
      <div>
        <Button
          color="fault"
          variant="default"
          loading={replace.isPending}
          onClick={() =>
            replace.mutate({}, { onSuccess: () => tell.done(t('security.replaced')), onError: tell.failed })
          }
        >
          {t('security.replaceAuthority')}
        </Button>
      </div>
    </div>
  );
}

function Root({ authority }: { readonly authority: Authority }) {
  const { t } = useText();
  return (
    <div className={classes.part}>
      <FactsList
        rows={[
          {
            label: t('security.tlsPort'),
            value: authority.tlsPort === null ? t('security.tlsOff') : String(authority.tlsPort),
          },
          { label: t('security.organisation'), value: authority.organisation },
          { label: t('security.validUntil'), value: <When at={authority.validUntil} full /> },
        ]}
      />
      <h3 className={classes.title}>{t('security.fingerprint')}</h3>
      <CopyField text={authority.fingerprint} label={t('security.fingerprint')} />
      <h3 className={classes.title}>{t('security.rootFile')}</h3>
      <p className={classes.under}>{t('security.rootFileText')}</p>
      <p>
        <a href={apiUrl('downloadRoot', { query: { format: 'pem' } })} download>
          ladehaus-ca.pem
        </a>
        {' · '}
        <a href={apiUrl('downloadRoot', { query: { format: 'der' } })} download>
          ladehaus-ca.der
        </a>
      </p>
      {authority.downloadUrls.map((url) => (
        <CopyField key={url} text={url} label={t('security.rootFile')} />
      ))}
    </div>
  );
}

function ServerCertificates({ authority }: { readonly authority: Authority }) {
  const { t } = useText();
  const tell = useTell();
  const renew = useCall('renewServerCertificates');
  const [names, setNames] = useState(authority.addedNames.join(', '));
  return (
    <form
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = names.split(/[\s,]+/).filter((name) => name !== '');
        renew.mutate(
          { body: { names: wanted } },
          { onSuccess: () => tell.done(t('security.renewed')), onError: tell.failed },
        );
      }}
    >
      <h3 className={classes.title}>{t('security.serverCertificates')}</h3>
      {authority.serverCertificates.length === 0 ? (
        <p className={classes.under}>{t('security.noServerCertificates')}</p>
      ) : null}
      <FactsList
        rows={authority.serverCertificates.map((one) => ({
          label: one.algorithm === 'rsa' ? 'RSA 2048' : 'ECDSA P-256',
          value: (
            <>
              {t('security.validUntil')} <When at={one.validUntil} full />
              <br />
              <span className={classes.under}>{one.names.join(', ')}</span>
            </>
          ),
        }))}
      />
      <TextInput
        label={t('security.addedNames')}
        description={t('security.addedNamesHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        value={names}
        onChange={(event) => setNames(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="default" loading={renew.isPending}>
          {t('security.renewNow')}
        </Button>
      </div>
    </form>
  );
}
