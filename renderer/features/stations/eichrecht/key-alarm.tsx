import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ConnectorKeys } from '#api/meter-keys.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { shortKey } from '../../../ui/key-words.ts';
import classes from './eichrecht.module.css';
import { PublicKey } from './public-key.tsx';

interface KeyAlarmProps {
  readonly connectorId: number;
  readonly alarm: NonNullable<ConnectorKeys['alarm']>;
  readonly mayChange: boolean;
  readonly onExchanged: () => void;
  readonly onWrong: () => void;
}

/** Another key than the pinned one: a person says whether the meter was exchanged or the key is wrong. */
export function KeyAlarm({ connectorId, alarm, mayChange, onExchanged, onWrong }: KeyAlarmProps) {
  const { t } = useText();
  const format = useFormat();
  const { fingerprint, judged, since, source } = alarm;
  return (
    <div className={classes.alarm}>
      <IconAlertTriangle size={18} aria-hidden />
      <div className={classes.alarmWords}>
        <p>
          <strong>{t('eichrecht.alarm')}</strong>
        </p>
        <p>
          {t('eichrecht.alarmText', {
            since: format.dateTime(since),
            source: t(`eichrecht.sources.${source}`),
            fingerprint: shortKey(fingerprint),
          })}
        </p>
        <PublicKey of={alarm} connectorId={connectorId} />
        {judged === null ? null : (
          <p>
            {t('eichrecht.alarmJudged', { ...judged, at: format.dateTime(judged.at) })}{' '}
            {t('eichrecht.alarmJudgedText')}
          </p>
        )}
        {mayChange ? (
          <div className={classes.buttons}>
            <Button size="compact-sm" variant="default" onClick={onExchanged}>
              {t('eichrecht.exchange')}
            </Button>
            {judged === null ? (
              <Button size="compact-sm" variant="default" onClick={onWrong}>
                {t('eichrecht.callWrong')}
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
    </div>
  );
}
