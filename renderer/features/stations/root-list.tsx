import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ROOT_USES } from '#api/station-security.ts';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SureDialog } from '../../ui/sure-dialog.tsx';
import classes from './security-section.module.css';

type RootUse = (typeof ROOT_USES)[number];

/** The root certificates that the station trusts; it is asked only when somebody wants to know. */
export function RootList({ station }: { readonly station: Station }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const [use, setUse] = useState<RootUse>('CentralSystemRootCertificate');
  return (
    <div className={classes.part}>
      <h3 className={classes.title}>{t('security.roots')}</h3>
      <p className={classes.hint}>{t('security.rootsText')}</p>
      {isOpen ? (
        <>
          <NativeSelect
            label={t('security.rootUse')}
            data={ROOT_USES.map((value) => ({ value, label: t(`security.use.${value}`) }))}
            value={use}
            onChange={(event) =>
              setUse(ROOT_USES.find((one) => one === event.currentTarget.value) ?? ROOT_USES[0])
            }
          />
          <Roots key={use} stationId={station.id} use={use} />
        </>
      ) : (
        <div className={classes.buttons}>
          <Button
            size="compact-md"
            variant="default"
            disabled={!station.online}
            onClick={() => setOpen(true)}
          >
            {t('security.readRoots')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Roots({ stationId, use }: { readonly stationId: string; readonly use: RootUse }) {
  const { t } = useText();
  const tell = useTell();
  const params = { stationId };
  const roots = useQuery({ ...apiQuery('listRoots', { params, query: { use } }), retry: false });
  const remove = useCall('deleteRoot');
  const { data } = roots;
  const [doomed, setDoomed] = useState<NonNullable<typeof data>['items'][number] | null>(null);
  return (
    <>
      {roots.error && data === undefined ? (
        <ProblemNote error={roots.error} onRetry={() => void roots.refetch()} />
      ) : null}
      {data?.items.length === 0 ? <p className={classes.hint}>{t('security.noRoots')}</p> : null}
      <ul className={classes.list}>
        {data?.items.map((root) => (
          <li key={`${root.issuerKeyHash} ${root.serialNumber}`}>
            <div className={classes.facts}>
              <p>{t('security.rootSerial', { serial: root.serialNumber })}</p>
              <code className={classes.serial}>
                {root.hashAlgorithm} {root.issuerKeyHash}
              </code>
            </div>
            <Button
              size="compact-sm"
              variant="subtle"
              color="fault"
              loading={remove.isPending && remove.variables.body.serialNumber === root.serialNumber}
              onClick={() => setDoomed(root)}
            >
              {t('words.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <SureDialog
        opened={doomed !== null}
        title={t('security.removeRootTitle')}
        isFinal
        action={t('words.remove')}
        onClose={() => setDoomed(null)}
        onConfirm={() => {
          if (doomed !== null)
            remove.mutate(
              { params, body: doomed },
              { onSuccess: () => tell.done(t('security.rootRemoved')), onError: tell.failed },
            );
          setDoomed(null);
        }}
      >
        <p>{t('security.removeRootText')}</p>
      </SureDialog>
      <InstallRoot stationId={stationId} use={use} />
    </>
  );
}

function InstallRoot({ stationId, use }: { readonly stationId: string; readonly use: RootUse }) {
  const { t } = useText();
  const tell = useTell();
  const install = useCall('installRoot');
  const [pem, setPem] = useState('');
  const isOurs = pem.trim() === '';
  return (
    <form
      className={classes.part}
      onSubmit={(event) => {
        event.preventDefault();
        install.mutate(
          { params: { stationId }, body: isOurs ? { use } : { use, certificate: pem } },
          {
            onSuccess: () => {
              setPem('');
              tell.done(t('security.rootInstalled'));
            },
            onError: tell.failed,
          },
        );
      }}
    >
      <Textarea
        label={t('security.otherRoot')}
        description={t('security.otherRootHint')}
        classNames={{ input: classes.serial ?? '' }}
        rows={3}
        value={pem}
        onChange={(event) => setPem(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" size="compact-md" variant="default" loading={install.isPending}>
          {t(isOurs ? 'security.installOurs' : 'security.installOther')}
        </Button>
      </div>
    </form>
  );
}
