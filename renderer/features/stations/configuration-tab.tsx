import { Button, Loader, TextInput } from '@mantine/core';
import { IconAdjustments, IconRefresh, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Configuration } from '#api/configuration.ts';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useCall } from '../../lib/use-call.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ConfigurationHistory } from './configuration-history.tsx';
import { ConfigurationList } from './configuration-list.tsx';
import classes from './configuration-tab.module.css';
import { SettingDialog, type SettingWish } from './setting-dialog.tsx';
import { TemplateNote } from './template-note.tsx';

/** What the station is set to, key by key, and what was changed. */
export function ConfigurationTab({ station }: { readonly station: Station }) {
  const { t } = useText();
  const tell = useTell();
  const read = useCall('readConfiguration');
  const params = { stationId: station.id };
  const configuration = useQuery(apiQuery('getConfiguration', { params }));
  const [search, setSearch] = useState('');
  const [wish, setWish] = useState<SettingWish | null>(null);
  const { data } = configuration;
  const onRead = () => read.mutate({ params, body: {} }, { onError: tell.failed });

  if (data === undefined)
    return configuration.error ? (
      <ProblemNote error={configuration.error} onRetry={() => void configuration.refetch()} />
    ) : null;
  const isEmpty = data.entries.length === 0;
  return (
    <div className={classes.tab}>
      {isEmpty && data.busy === null ? (
        <EmptyState
          icon={<IconAdjustments stroke={1.5} />}
          title={t('configuration.never')}
          text={t(data.connected ? 'configuration.neverText' : 'configuration.neverAway')}
        >
          <Button disabled={!data.connected} loading={read.isPending} onClick={onRead}>
            {t('configuration.read')}
          </Button>
        </EmptyState>
      ) : (
        <ReadLine configuration={data} station={station} onRead={onRead} />
      )}
      {isEmpty ? null : (
        <>
          <TemplateNote station={station} configuration={data} />
          <TextInput
            aria-label={t('configuration.search')}
            placeholder={t('configuration.search')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <ConfigurationList configuration={data} search={search} onEdit={(entry) => setWish({ entry })} />
        </>
      )}
      {data.connected ? (
        <Button
          className={classes.other ?? ''}
          size="compact-md"
          variant="subtle"
          onClick={() => setWish({ entry: null })}
        >
          {t('configuration.add')}
        </Button>
      ) : null}
      <ConfigurationHistory stationId={station.id} />
      <SettingDialog station={station} wish={wish} onClose={() => setWish(null)} />
    </div>
  );
}

interface ReadLineProps {
  readonly configuration: Configuration;
  readonly station: Station;
  readonly onRead: () => void;
}

function ReadLine({ configuration, station, onRead }: ReadLineProps) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const { readAt, whole, firmware, busy, connected } = configuration;
  return (
    <div className={classes.line}>
      <div role="status">
        {busy === null ? null : (
          <p className={classes.busy}>
            <Loader size={14} aria-hidden /> {t(`configuration.${busy}`)}
          </p>
        )}
        {readAt === null || busy !== null ? null : (
          <p>{t('configuration.readAt', { time: format.moment(readAt, now) })}</p>
        )}
        {readAt === null || whole ? null : <p className={classes.warn}>{t('configuration.incomplete')}</p>}
        {firmware === null || firmware === station.firmware ? null : (
          <p className={classes.warn}>{t('configuration.otherFirmware', { firmware })}</p>
        )}
      </div>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconRefresh size={16} aria-hidden />}
        disabled={!connected || busy !== null}
        onClick={onRead}
      >
        {t('configuration.readAgain')}
      </Button>
    </div>
  );
}
