import { cardUid } from '../access/card-uid.ts';
import { resolveStationTime } from '../shared/station-time.ts';
import type { Station } from '../stations/station.ts';
import type { Session } from './session.ts';
import { METER_SLACK } from './start-session.ts';
import type { StopReport } from './stop-session.ts';

/**
 * The one open session of the station that a stop without our transaction number can mean, or null.
 * Stations send -1 when our answer to the start never reached them (errata 3.18). Two candidates are as
 * good as none: a wrong guess would bill the wrong driver.
 */
export function matchStrayStop(
  station: Station,
  openSessions: readonly Session[],
  report: StopReport,
): Session | null {
  const candidates = openSessions.filter((session) => fits(station, session, report));
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

function fits(station: Station, session: Session, report: StopReport): boolean {
  if (session.stationId !== station.id) return false;
  if (report.idTag !== null && !isCardOf(session, report.idTag)) return false;
  const { at } = resolveStationTime(report.time, report.receivedAt, station.clockOffsetMs);
  if (at < session.start.at) return false;
  return report.register === null || report.register >= session.start.register - METER_SLACK;
}

/** The same card, by its own number or as the reader wrote it. */
function isCardOf({ cardUid: own, idTag }: Session, told: string): boolean {
  return cardUid(told) === own || cardUid(told) === cardUid(idTag);
}
