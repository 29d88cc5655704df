import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StationSecurity } from '#api/station-security.ts';
import type { Station } from '#api/stations.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { When } from '../../ui/figures.tsx';
import { SureDialog } from '../../ui/sure-dialog.tsx';
import classes from './security-section.module.css';

interface CertificateListProps {
  readonly station: Station;
  readonly certificates: StationSecurity['certificates'];
}

/** The certificates of the station: a new one, and those it has or had. */
export function CertificateList({ station, certificates }: CertificateListProps) {
  const { t } = useText();
  const tell = useTell();
  const renew = useCall('renewCertificate');
  const revoke = useCall('revokeCertificate');
  const [doomed, setDoomed] = useState<string | null>(null);
  return (
    <div className={classes.part}>
      <h3 className={classes.title}>{t('security.certificates')}</h3>
      {certificates.length === 0 ? <p className={classes.hint}>{t('security.noCertificate')}</p> : null}
      <ul className={classes.list}>
        {certificates.map(({ serial, state, validUntil, inForce }) => (
          <li key={serial}>
            <div className={classes.facts}>
              <p>
                <strong>{t(`security.certificateState.${state}`)}</strong>
                {validUntil === null ? null : (
                  <>
                    {' · '}
                    {t('security.validUntil')} <When at={validUntil} full />
                  </>
                )}
              </p>
              <code className={classes.serial}>{serial}</code>
            </div>
            {inForce ? (
              <Button
                size="compact-sm"
                variant="subtle"
                color="fault"
                loading={revoke.isPending && revoke.variables.params.serial === serial}
                onClick={() => setDoomed(serial)}
              >
                {t('security.revoke')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <SureDialog
        opened={doomed !== null}
        title={t('security.revokeTitle', { name: station.name })}
        isFinal
        action={t('security.revoke')}
        onClose={() => setDoomed(null)}
        onConfirm={() => {
          if (doomed !== null)
            revoke.mutate(
              { params: { serial: doomed } },
              { onSuccess: () => tell.done(t('security.revoked')), onError: tell.failed },
            );
          setDoomed(null);
        }}
      >
        <p>{t('security.revokeText')}</p>
      </SureDialog>
      <div className={classes.buttons}>
        <Button
          size="compact-md"
          variant="default"
          disabled={!station.online}
          loading={renew.isPending}
          onClick={() =>
            renew.mutate(
              { params: { stationId: station.id } },
              { onSuccess: () => tell.done(t('security.certificateAsked')), onError: tell.failed },
            )
          }
        >
          {t('security.renewCertificate')}
        </Button>
      </div>
    </div>
  );
}
