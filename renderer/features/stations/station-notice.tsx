import type { Station } from '#api/stations.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useText } from '../../text/use-text.ts';
import { offlineSentence, ownSentence } from '../../ui/connector-sentence.ts';
import { faultAdvice } from '../../ui/fault-words.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import classes from './station-notice.module.css';

/** What concerns the station as a whole: that it is away, or what it says of itself. */
export function StationNotice({ station }: { readonly station: Station }) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const context = { t, format, now };
  if (!station.online) {
    return (
      <div className={classes.notice} data-tone="offline">
        <StatusMark mark="offline" silent />
        <p>{offlineSentence(station, context)}</p>
      </div>
    );
  }
  if (station.registration !== 'accepted') {
    return (
      <div className={classes.notice} data-tone="attention">
        <StatusMark mark="closed" silent />
        <p>{t(`stationDetails.registrationNotice.${station.registration}`)}</p>
      </div>
    );
  }
  if (station.heldUntil !== null) {
    return (
      <div className={classes.notice} data-tone="attention">
        <StatusMark mark="self-unavailable" silent />
        <p>{t('behaviour.held', { time: format.moment(station.heldUntil, now) })}</p>
      </div>
    );
  }
  if (station.own === null) return null;
  const isFault = station.own.mark === 'fault';
  return (
    <div className={classes.notice} data-tone={isFault ? 'fault' : 'attention'}>
      <StatusMark mark={station.own.mark} silent />
      <div>
        <p>{ownSentence(station.own, context)}</p>
        {isFault ? <p className={classes.advice}>{faultAdvice(station.own.errorCode, t)}</p> : null}
      </div>
    </div>
  );
}
