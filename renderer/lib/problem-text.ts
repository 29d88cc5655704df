import type { Problem } from '#api/errors.ts';
import type { Translate } from '../text/use-text.ts';
import { ApiError, UnreachableError } from './api-error.ts';
import { ocpiFaultText } from './ocpi-fault-text.ts';

/** A failure in the reader's words. */
export function problemText(error: Error, t: Translate): string {
  if (error instanceof UnreachableError) return t('problems.unreachable');
  if (error instanceof ApiError) {
    const { clock, ocpi } = error.problem;
    if (clock !== undefined) return clockText(clock, t);
    const text = t(`problems.${error.code}`);
    return ocpi === undefined ? text : `${text} ${ocpiFaultText(ocpi, t)}`;
  }
  return t('problems.failed');
}

/** Which tariff needs the clock of which stations, and what can be done. */
function clockText({ tariff, use, stations }: NonNullable<Problem['clock']>, t: Translate): string {
  const named = stations.slice(0, MOST_NAMED).join(', ');
  const more = stations.length - MOST_NAMED;
  return [
    t(`problems.clock.${use}`, { tariff }),
    stations.length === 0 ? '' : t('problems.clock.stations', { stations: named }),
    more > 0 ? t('problems.clock.more', { count: more }) : '',
    t('problems.clock.remedy'),
  ]
    .filter(Boolean)
    .join(' ');
}

const MOST_NAMED = 5;
