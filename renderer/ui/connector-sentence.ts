import type { Connector, Station } from '#api/stations.ts';
import type { Format } from '../lib/format.ts';
import type { Translate } from '../text/use-text.ts';
import { faultWords } from './fault-words.ts';

export interface SentenceContext {
  readonly t: Translate;
  readonly format: Format;
  /** Ms since 1970. */
  readonly now: number;
}

/** The one sentence about a connector. `station` tells since when there is no connection. */
export function connectorSentence(station: Station, connector: Connector, context: SentenceContext): string {
  const { t, format, now } = context;
  const since = connector.since;
  switch (connector.mark) {
    case 'charging':
      return chargingSentence(connector, context);
    case 'done':
      if (since === null) return t('states.sentence.done-unknown');
      return t('states.sentence.done', { duration: format.duration((now - Date.parse(since)) / 1000) });
    case 'closed':
      if (connector.closedBy === null) return t('states.sentence.closed-unknown');
      return t('states.sentence.closed', {
        time: format.moment(connector.closedBy.at, now),
        who: connector.closedBy.who,
      });
    case 'fault':
      return t('states.sentence.fault', { fault: faultWords(connector, t) });
    case 'offline':
      return offlineSentence(station, context);
    default:
      return t(`states.sentence.${connector.mark}`);
  }
}

/** Since when the station is away; used for the station as a whole, too. */
export function offlineSentence(station: Station, { t, format, now }: SentenceContext): string {
  if (station.offlineSince === null) return t('states.sentence.offline-never');
  return t('states.sentence.offline', { time: format.moment(station.offlineSince, now) });
}

/** What the station says of itself as a whole, when that is not simply "available". */
export function ownSentence(own: NonNullable<Station['own']>, { t }: SentenceContext): string {
  if (own.mark === 'fault')
    return t('states.sentence.fault', { fault: faultWords({ ...own, vendorErrorCode: null }, t) });
  if (own.mark === 'closed') return t('states.sentence.closed-unknown');
  if (own.mark === 'self-unavailable') return t('states.sentence.self-unavailable');
  return t(`states.short.${own.mark}`);
}

function chargingSentence({ session, since }: Connector, { t, format, now }: SentenceContext): string {
  const started = session?.startedAt ?? since;
  if (started === null) return t('states.sentence.charging-unknown');
  const time = format.moment(started, now);
  if (session === null || session.powerW === null) return t('states.sentence.charging-unmeasured', { time });
  return t('states.sentence.charging', { power: format.power(session.powerW), time });
}
