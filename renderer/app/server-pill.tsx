import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../lib/api-query.ts';
import { copyText } from '../lib/copy-text.ts';
import { useLiveState } from '../lib/live-state.ts';
import { useMay } from '../lib/use-may.ts';
import { useTell } from '../lib/use-tell.ts';
import { useText } from '../text/use-text.ts';
import classes from './server-pill.module.css';

/** How many stations are connected, and where: one click copies the address to enter in a station. */
export function ServerPill() {
  const { t } = useText();
  const tell = useTell();
  const connected = useLiveState((state) => state.connected);
  const mayRead = useMay()('stations.read');
  const stations = useQuery({ ...apiQuery('listStations', {}), enabled: mayRead });
  const network = useQuery({ ...apiQuery('getNetwork', {}), enabled: mayRead });
  const items = stations.data?.items;
  const url = (network.data?.interfaces.find((one) => one.recommended) ?? network.data?.interfaces[0])
    ?.ocppUrl;
  if (items === undefined || url === undefined) return null;

  const online = items.filter((station) => station.online).length;
  const tone = toneOf({ connected, online, total: items.length });
  const copy = async () => {
    if (await copyText(url)) tell.done(t('shell.pillCopied'));
    else tell.notDone(t('words.copyFailed'));
  };
  return (
    <Tooltip label={t('shell.pillCopy')}>
      <UnstyledButton className={classes.pill} onClick={() => void copy()}>
        <span className={classes.dot} data-tone={tone} aria-hidden />
        <span className={classes.long}>{t('shell.pill', { online, count: items.length })}</span>
        <span className={classes.short}>{t('shell.pillShort', { online, count: items.length })}</span>
        <code className={classes.url}>{url}</code>
        <IconCopy className={classes.icon} size={14} aria-hidden />
      </UnstyledButton>
    </Tooltip>
  );
}

interface Presence {
  readonly connected: boolean;
  readonly online: number;
  readonly total: number;
}

function toneOf({ connected, online, total }: Presence): 'fault' | 'offline' | 'attention' | 'free' {
  if (!connected) return 'fault';
  if (total === 0) return 'offline';
  return online < total ? 'attention' : 'free';
}
