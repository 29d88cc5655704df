import type { Attention } from '#api/overview.ts';
import type { Station as StationView } from '#api/stations.ts';
import { type Session, sessionState } from '#core/sessions/session.ts';
import { stationsOnOldAddress } from '#core/settings/site-address.ts';
import { type StationId, stationId } from '#core/shared/ids.ts';
import { isWrongClock } from '#core/shared/station-time.ts';
import type { Application } from '../../application.ts';
import { keyFingerprint } from '../../eichrecht/key-fingerprint.ts';
import type { Caller } from '../../people/caller.ts';
import { isoTime } from '../iso-time.ts';
import { seenKnocks } from '../stations/seen-knocks.ts';
import { onlyStationsWithin } from '../stations/stations-within.ts';
import { within } from '../within.ts';
import { seenDoors } from './seen-doors.ts';

/** What a caller should look at at these stations and elsewhere within reach, in the order in which it hurts. */
export async function attentionList(
  app: Application,
  stations: readonly StationView[],
  caller: Caller,
): Promise<readonly Attention[]> {
  const { reads } = app.store;
  const [doubtful, strays] = await Promise.all([
    reads.listSessions({
      state: 'needs-decision',
      sort: 'started-desc',
      limit: MOST,
      ...within(caller.scope('sessions.read')),
    }),
    reads.listStrays({ open: true, limit: MOST, ...onlyStationsWithin(app, caller, 'sessions.read') }),
  ]);
  const now = app.clock.now();
  return [
    ...stations.flatMap(faults),
    ...stations.flatMap((station) => blocking(station, now)),
    ...stations.filter((station) => !station.online && station.lastSeenAt !== null).map(offline),
    ...stations.flatMap((station) => changedKeys(app, station)),
    ...doubtful.items.map((session) => waiting(app, session)),
    ...strays.map((stray) => ({
      ...nothing,
      kind: 'stray' as const,
      stationId: stray.stationId,
      stationName: nameOf(app, stray.stationId),
      since: isoTime(stray.receivedAt),
      facts: { stray: stray.kind },
    })),
    ...seenKnocks(app, caller)
      .filter(({ reason }) => reason === 'unknown-station')
      .map((knock) => ({
        ...nothing,
        kind: 'knock' as const,
        since: isoTime(knock.firstAt),
        facts: { station: knock.stationId ?? knock.path, address: knock.address },
      })),
    ...stations.filter(hasWrongClock).map(wrongClock),
    ...oldAddress(app, caller),
  ];
}

/** A session waits for somebody, or its price does. */
function waiting(app: Application, session: Session): Attention {
  const isInDoubt = sessionState(session) === 'needs-decision';
  const [doubt] = session.doubts;
  return {
    ...nothing,
    kind: isInDoubt ? 'needs-decision' : 'price-held',
    stationId: session.stationId,
    stationName: nameOf(app, session.stationId),
    connectorId: session.connectorId,
    sessionId: session.id,
    since: isoTime((isInDoubt ? doubt?.since : session.end?.at) ?? session.start.at),
    facts: {
      ...(isInDoubt ? { doubt: doubt?.kind ?? '' } : {}),
      holder: session.holder ?? session.cardUid,
    },
  };
}

/** Somebody has changed the logbook behind the program's back; for those who may read all of it. */
export function brokenLogbook({ logbook }: Application): readonly Attention[] {
  const found = logbook.latest();
  if (found === null || found.broken === null) return [];
  const facts = { entry: found.broken.id, break: found.broken.kind };
  return [{ ...nothing, kind: 'logbook', since: isoTime(found.at), facts }];
}

const MOST = 20;
const BLOCKING_AFTER_MS = 30 * 60_000;

const nothing = {
  stationId: null,
  stationName: null,
  connectorId: null,
  sessionId: null,
  facts: {},
} as const;

function faults(station: StationView): readonly Attention[] {
  return station.connectors
    .filter(({ mark }) => mark === 'fault')
    .map((connector) => ({
      ...placeOf(station),
      kind: 'fault',
      connectorId: connector.connectorId,
      sessionId: connector.session?.id ?? null,
      since: connector.since ?? station.adoptedAt,
      facts: { code: connector.errorCode ?? 'OtherError', info: connector.info ?? '' },
    }));
}

/** Finished, and the cable still keeps the place from the next car. */
function blocking(station: StationView, now: number): readonly Attention[] {
  return station.connectors
    .filter(
      ({ mark, since }) => mark === 'done' && since !== null && now - Date.parse(since) > BLOCKING_AFTER_MS,
    )
    .map((connector) => ({
      ...placeOf(station),
      kind: 'blocking',
      connectorId: connector.connectorId,
      sessionId: null,
      since: connector.since ?? station.adoptedAt,
      facts: { holder: connector.session?.holder ?? '' },
    }));
}

function offline(station: StationView): Attention {
  return {
    ...placeOf(station),
    kind: 'offline',
    since: station.offlineSince ?? station.adoptedAt,
    facts: {},
  };
}

/** A meter signs with another key than the pinned one: what it measures is not sold until somebody has looked. */
function changedKeys({ desk }: Application, station: StationView): readonly Attention[] {
  return desk.live.meterKeys.of(stationId(station.id)).flatMap(({ connectorId, alarm }) =>
    alarm === null || alarm.judged !== null
      ? []
      : [
          {
            ...placeOf(station),
            kind: 'meter-key' as const,
            connectorId,
            since: isoTime(alarm.seen.at),
            facts: { key: keyFingerprint(alarm.seen.key) },
          },
        ],
  );
}

/** This computer has another address than stations were told. */
function oldAddress(app: Application, caller: Caller): readonly Attention[] {
  const { siteAddress: known } = app.desk.live;
  const stations = stationsOnOldAddress(known, seenDoors(app, caller));
  if (known === null || stations === 0) return [];
  const facts = { station: known.address, from: known.previous ?? '', stations };
  return [{ ...nothing, kind: 'address', since: isoTime(known.since), facts }];
}

function hasWrongClock({ clockOffsetSeconds }: StationView): boolean {
  return isWrongClock(clockOffsetSeconds === null ? null : clockOffsetSeconds * 1_000);
}

function wrongClock(station: StationView): Attention {
  return {
    ...placeOf(station),
    kind: 'clock',
    since: station.lastSeenAt ?? station.adoptedAt,
    facts: { offsetSeconds: station.clockOffsetSeconds ?? 0 },
  };
}

function placeOf(station: StationView) {
  return { stationId: station.id, stationName: station.name, connectorId: null, sessionId: null };
}

function nameOf(app: Application, id: StationId): string {
  return app.desk.live.stations.get(id)?.name ?? id;
}
