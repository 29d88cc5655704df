import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ConnectorKeys } from '#api/meter-keys.ts';
import type { Station } from '#api/stations.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { FactsList } from '../../../ui/facts-list.tsx';
import { shortKey } from '../../../ui/key-words.ts';
import classes from './eichrecht.module.css';
import { KeyAlarm } from './key-alarm.tsx';
import { KeyHistory } from './key-history.tsx';
import { PinKeyDialog, type PinWish } from './pin-key-dialog.tsx';
import { PublicKey } from './public-key.tsx';
import { WrongKeyDialog } from './wrong-key-dialog.tsx';

interface ConnectorKeysItemProps {
  readonly station: Station;
  readonly keys: ConnectorKeys;
  readonly mayChange: boolean;
}

/** The key of one connector's meter, what the station shows, and what a person can do about it. */
export function ConnectorKeysItem({ station, keys, mayChange }: ConnectorKeysItemProps) {
  const { t } = useText();
  const tell = useTell();
  const read = useCall('readConfiguration');
  const [wish, setWish] = useState<PinWish | null>(null);
  const [isWrong, setWrong] = useState(false);
  const { connectorId, shown, alarm } = keys;
  const pinned = keys.history.find(({ until }) => until === null);
  const ask = () =>
    read.mutate(
      {
        params: { stationId: station.id },
        // EVerest spells it with brackets.
        body: { keys: [`MeterPublicKey${connectorId}`, `MeterPublicKey[${connectorId}]`] },
      },
      { onSuccess: () => tell.done(t('eichrecht.reading')), onError: tell.failed },
    );
  /** Each connector has the same buttons. */
  const named = (key: 'eichrecht.pin' | 'eichrecht.exchange' | 'eichrecht.takeOver' | 'eichrecht.read') =>
    `${t(key)}: ${t('eichrecht.connector', { id: connectorId })}`;
  return (
    <div className={classes.connector}>
      <h4 className={classes.name}>{t('eichrecht.connector', { id: connectorId })}</h4>
      {alarm === null ? null : (
        <KeyAlarm
          connectorId={connectorId}
          alarm={alarm}
          mayChange={mayChange}
          onExchanged={() => setWish('exchange')}
          onWrong={() => setWrong(true)}
        />
      )}
      {pinned === undefined ? (
        <p className={classes.text}>{t('eichrecht.none')}</p>
      ) : (
        <>
          <PublicKey of={pinned} connectorId={connectorId} />
          <PinnedFacts keys={keys} pinned={pinned} />
        </>
      )}
      {mayChange ? (
        <div className={classes.buttons}>
          {alarm === null ? (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={named(pinned === undefined ? 'eichrecht.pin' : 'eichrecht.exchange')}
              onClick={() => setWish(pinned === undefined ? 'pin' : 'exchange')}
            >
              {t(pinned === undefined ? 'eichrecht.pin' : 'eichrecht.exchange')}
            </Button>
          ) : null}
          {shown === null || shown.isPinned || alarm !== null ? null : (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={named('eichrecht.takeOver')}
              onClick={() => setWish('take')}
            >
              {t('eichrecht.takeOver')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={!station.online}
            loading={read.isPending}
            aria-label={named('eichrecht.read')}
            onClick={ask}
          >
            {t('eichrecht.read')}
          </Button>
        </div>
      ) : null}
      <KeyHistory keys={keys.history.filter(({ until }) => until !== null)} />
      <PinKeyDialog station={station} keys={keys} wish={wish} onClose={() => setWish(null)} />
      <WrongKeyDialog
        station={station}
        connectorId={connectorId}
        opened={isWrong}
        onClose={() => setWrong(false)}
      />
    </div>
  );
}

interface PinnedFactsProps {
  readonly keys: ConnectorKeys;
  readonly pinned: ConnectorKeys['history'][number];
}

function PinnedFacts({ keys: { shown }, pinned }: PinnedFactsProps) {
  const { t } = useText();
  const format = useFormat();
  const since = format.dateTime(pinned.since);
  return (
    <FactsList
      rows={[
        { label: t('eichrecht.source'), value: t(`eichrecht.sources.${pinned.source}`) },
        {
          label: t('eichrecht.since'),
          value: pinned.by === null ? since : t('eichrecht.byWhom', { since, by: pinned.by }),
        },
        { label: t('eichrecht.shown'), value: shownWords(shown) },
      ]}
    />
  );

  function shownWords(one: ConnectorKeys['shown']): string {
    if (one === null) return t('eichrecht.shownNothing');
    if (one.isPinned) return t('eichrecht.shownSame');
    return t('eichrecht.shownOther', { fingerprint: shortKey(one.fingerprint) });
  }
}
