import type { HeldCard } from '#core/access/card.ts';
import type { Sample } from '#core/sessions/sample.ts';
import type { Session } from '#core/sessions/session.ts';
import { type ConnectorId, connectorId, type StationId } from '#core/shared/ids.ts';
import { type Instant, MINUTE, SECOND } from '#core/shared/units.ts';
import type { Command } from '#core/stations/command.ts';
import { limitNow } from '#core/stations/limit-now.ts';
import type { Station } from '#core/stations/station.ts';
import type { ChargingFacts, HeldCardFacts, LineFacts, WhyFacts } from '#core/stations/why/why-facts.ts';
import { heldBy } from '../access/access-facts.ts';
import { holderAt } from '../access/holder-of.ts';
import { judgeCard } from '../access/judge-card.ts';
import type { Application } from '../application.ts';
import { clockOffsetOf } from '../ocpp/station-line.ts';
import { loadedPhases } from './loaded-phases.ts';

/** What only the store knows, read once for all connectors of a station. */
export interface StoredWhyFacts {
  readonly held: HeldCard | null;
  readonly commands: readonly Command[];
  /** The newest sample of each running session, by its number. */
  readonly samples: ReadonlyMap<number, Sample>;
}

const LATEST_COMMANDS = 10;
/** An older value says nothing about now. */
const SAMPLE_IS_FRESH = 15 * MINUTE;
const SAME_MOMENT = 5 * SECOND;

export async function readWhyFacts(app: Application, id: StationId): Promise<StoredWhyFacts> {
  const { reads } = app.store;
  const running = app.desk.live.sessions.open().filter((session) => session.stationId === id);
  const [held, commands, ...samples] = await Promise.all([
    reads.lastHeldCard(id),
    reads.listCommands({ stationId: id, limit: LATEST_COMMANDS }),
    ...running.map((session) => reads.latestSamples(session.id, 1)),
  ]);
  return {
    held,
    commands,
    samples: new Map(
      running.flatMap(({ id: session }, index) => {
        const sample = samples[index]?.[0];
        return sample === undefined ? [] : [[session, sample] as const];
      }),
    ),
  };
}

/** The facts of one connector, on what the site knows at this moment. */
export function whyFacts(
  app: Application,
  station: Station,
  asked: {
    readonly connector: ConnectorId | null;
    readonly stored: StoredWhyFacts;
    /** Lines that ended before ended with the program. */
    readonly programStartedAt: Instant;
  },
): WhyFacts {
  const { live } = app.desk;
  const { connector, stored } = asked;
  const session = connector === null ? null : live.sessions.openAt(station.id, connector);
  const line = app.stations.line(station.id);
  return {
    now: app.clock.now(),
    stationId: station.id,
    connectorId: connector,
    line: lineFacts(app, station.id, asked.programStartedAt),
    registration: station.registration,
    own: live.connector(station.id, connectorId(0)),
    connector: connector === null ? null : live.connector(station.id, connector),
    session,
    lastStartAt: lastStartAt(app, station.id),
    update: updateAtWork(app, station.id),
    card: cardFacts(app, station.id, stored.held),
    briefPlug: connector === null ? null : (live.briefPlugs.get(`${station.id}/${connector}`) ?? null),
    limit: connector === null ? null : limitHere(app, station.id, connector),
    commands: stored.commands,
    clockOffsetMs: (line === undefined ? null : clockOffsetOf(line)) ?? station.clockOffsetMs,
    charging: chargingFacts(station, stored.samples.get(session?.id ?? 0), app.clock.now()),
  };
}

function lineFacts(app: Application, id: StationId, programStartedAt: Instant): LineFacts {
  const offlineSince = app.stations.offlineSince(id);
  const knock = app.knocks.get(id);
  return {
    onlineSince: app.stations.line(id)?.openedAt ?? null,
    offlineSince,
    goneTogether:
      offlineSince === null || offlineSince < programStartedAt ? 0 : goneTogether(app, id, offlineSince),
    refusedFor:
      knock !== undefined && knock.lastAt >= (offlineSince ?? knock.lastAt) && knock.reason !== 'not-ready'
        ? knock.reason
        : null,
  };
}

function goneTogether(app: Application, id: StationId, since: Instant): number {
  return [...app.desk.live.stations.values()].filter((other) => {
    if (other.id === id || other.retiredAt !== null) return false;
    const otherSince = app.stations.offlineSince(other.id);
    return otherSince !== null && Math.abs(otherSince - since) <= SAME_MOMENT;
  }).length;
}

function lastStartAt({ desk }: Application, id: StationId): Instant | null {
  const sessions: readonly Session[] = [
    ...desk.live.sessions.open().filter((session) => session.stationId === id),
    ...desk.live.sessions.lastEndedOf(id),
  ];
  return sessions.reduce<Instant | null>(
    (latest, { start }) => (latest === null || start.receivedAt > latest ? start.receivedAt : latest),
    null,
  );
}

function cardFacts({ desk, clock }: Application, id: StationId, held: HeldCard | null): HeldCardFacts | null {
  if (held === null) return null;
  const { live } = desk;
  const card = live.access.cardByUid(held.uid);
  const verdict = judgeCard(live, { stationId: id, idTag: held.uid, now: clock.now() });
  return {
    held,
    refusalNow: verdict.kind === 'refused' ? verdict.refusal : null,
    cardId: card?.id ?? null,
    holder: holderAt(live, heldBy(live, held.uid), clock.now()).holder,
    similar: card === null ? live.access.onlySimilarTo(held.uid) : null,
  };
}

function chargingFacts(station: Station, sample: Sample | undefined, now: Instant): ChargingFacts {
  const mostPower = station.maxPower;
  if (sample === undefined || now - sample.at > SAMPLE_IS_FRESH)
    return { power: null, mostPower, phases: null, current: null, stateOfCharge: null };
  const { power, current, stateOfCharge } = sample;
  return { power, mostPower, phases: loadedPhases(sample), current, stateOfCharge };
}

function limitHere({ desk, clock }: Application, id: StationId, connector: ConnectorId): WhyFacts['limit'] {
  const { live } = desk;
  return limitNow({
    profiles: live.limits.get(id)?.profiles ?? [],
    connectorId: connector,
    session: live.sessions.openAt(id, connector),
    now: clock.now(),
  });
}

/** An update that was ordered here and whose end has not been seen. */
function updateAtWork({ desk }: Application, id: StationId): WhyFacts['update'] {
  const update = desk.live.openCommandsOf(id).find(({ order }) => UPDATES.has(order.kind));
  return update === undefined ? null : { status: update.life.kind, since: update.queuedAt };
}

const UPDATES: ReadonlySet<string> = new Set(['update-firmware', 'signed-update-firmware']);
