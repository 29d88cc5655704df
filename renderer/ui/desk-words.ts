import type { DeskPlace } from '#api/service-desk.ts';
import type { Format } from '../lib/format.ts';
import type { Translate } from '../text/use-text.ts';

interface DeskContext {
  readonly t: Translate;
  readonly format: Format;
  /** Ms since 1970. */
  readonly now: number;
}

/** Where somebody was, and when, in one sentence. */
export function placeSentence(place: DeskPlace, { t, format, now }: DeskContext): string {
  const { stationName, connectorId } = place;
  return t(`desk.what.${place.what}`, {
    place: connectorId === null ? stationName : `${stationName} · ${connectorId}`,
    at: format.moment(place.at, now),
  });
}
