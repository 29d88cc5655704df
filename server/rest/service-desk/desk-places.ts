import type { DeskPlace } from '#api/service-desk.ts';
import { type Card, numbersOf } from '#core/access/card.ts';
import type { CardUid } from '#core/access/card-uid.ts';
import { type StationId, stationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { isoTime } from '../iso-time.ts';
import { onlyStationsWithin } from '../stations/stations-within.ts';

const LATEST_SESSIONS = 3;
const MOST_PLACES = 5;

/** Where some cards charge, charged, or were held last, newest first; only at stations that the caller may operate. */
export async function placesOf(
  app: Application,
  caller: Caller,
  cards: readonly Card[],
): Promise<readonly DeskPlace[]> {
  const uids = new Set<CardUid>(cards.flatMap(numbersOf));
  const { reads } = app.store;
  const open = app.desk.live.sessions.open().filter(({ cardUid }) => uids.has(cardUid));
  const [held, ...ended] = await Promise.all([
    reads.heldCards({ ...onlyStationsWithin(app, caller, 'stations.operate'), uids: [...uids] }),
    ...[...uids].map((uid) =>
      reads.listSessions({ cardUid: uid, state: 'ended', sort: 'started-desc', limit: LATEST_SESSIONS }),
    ),
  ]);
  const places: readonly Place[] = [
    ...open.map((session) => ({ ...session, at: session.start.at, what: 'charging' as const })),
    ...ended
      .flatMap(({ items }) => items)
      .map((session) => ({ ...session, at: session.end?.at ?? session.start.at, what: 'charged' as const })),
    ...held.map((one) => ({
      stationId: stationId(one.stationId),
      connectorId: null,
      at: one.at,
      what: one.verdict === 'accepted' ? ('accepted' as const) : ('refused' as const),
    })),
  ];
  return places
    .flatMap((place) => placeView(app, caller, place))
    .toSorted((a, b) => rank(b) - rank(a) || b.at.localeCompare(a.at))
    .slice(0, MOST_PLACES);
}

interface Place {
  readonly stationId: StationId;
  readonly connectorId: number | null;
  readonly at: Instant;
  readonly what: DeskPlace['what'];
}

function placeView(app: Application, caller: Caller, place: Place): readonly DeskPlace[] {
  const station = app.desk.live.stations.get(place.stationId);
  if (station === undefined || !caller.can('stations.operate', station.tenantId)) return [];
  return [
    {
      stationId: station.id,
      stationName: station.name,
      connectorId: place.connectorId,
      at: isoTime(place.at),
      what: place.what,
    },
  ];
}

/** Where somebody charges right now comes before all that is over. */
function rank({ what }: DeskPlace): number {
  return what === 'charging' ? 1 : 0;
}
