import type { StationId } from '#core/shared/ids.ts';
import { type ChargePoint, createChargePoint } from '#ocpp/simulator/charge-point.ts';
import { liveAtConnector } from '#ocpp/simulator/connector-life.ts';
import { oddities } from '#ocpp/simulator/misbehave.ts';
import { pastDay } from '#ocpp/simulator/past-day.ts';
import { type Random, seededRandom } from '#ocpp/simulator/random.ts';
import type { SimulatedTime } from '#ocpp/simulator/time.ts';
import { adoptStations } from './owner.ts';
import type { HandClock, SiteByHand } from './site-by-hand.ts';

/** Something that happened on the wire, in the order in which it happened. */
export type RecordedEvent =
  | { readonly kind: 'connected'; readonly stationId: StationId; readonly at: number }
  | {
      readonly kind: 'frame';
      readonly stationId: StationId;
      readonly at: number;
      readonly text: string;
      readonly answer: string | null;
    };

export const RECORDED_STATIONS: readonly string[] = [...names(8), 'ODD-1'];

const CARDS = ['04A1', '04B2', '04C3', '04D4', '04E5', '04F6'] as const;
const DAY_MS = 86_400_000;
const STEP_MS = 10_000;
const METER_INTERVAL_MS = 10 * 60_000;
/** The simulated drivers hurry; at a tenth of their pace a station sees a dozen cars a day. */
const PACE = 0.1;

/** Lets a site live through a day, with queues of the day before, lost networks and odd stations. */
export async function recordDay(site: SiteByHand, seed: number): Promise<readonly RecordedEvent[]> {
  const random = seededRandom(seed);
  const steps = steppedTime(site);
  const living = new AbortController();
  await adoptStations(site.owner, RECORDED_STATIONS);
  const stations = names(8).map((id) => settleIn(id, { site, time: steps.time, random }));
  for (const [index, station] of stations.entries()) {
    void liveAtConnector({
      station,
      cards: CARDS,
      time: steps.time,
      random,
      signal: living.signal,
      speed: PACE,
      character: index === 1 ? 'breaks' : index % 3 === 2 ? 'loses-network' : 'steady',
    });
  }
  const odd = settleIn('ODD-1', { site, time: steps.time, random });
  await steps.pass(DAY_MS / 2);
  await actOut(odd, site.clock);
  await steps.pass(DAY_MS / 2);
  living.abort();
  await bringHome([...stations, odd], steps);
  return eventsOf(site);
}

function names(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `BAY-${index + 1}`);
}

function settleIn(
  id: string,
  {
    site,
    time,
    random,
  }: { readonly site: SiteByHand; readonly time: SimulatedTime; readonly random: Random },
): ChargePoint {
  const station = createChargePoint({
    url: site.server.ocppUrl,
    id,
    time,
    random,
    registerWh: 100_000,
    meterIntervalMs: METER_INTERVAL_MS,
  });
  for (const past of pastDay({ now: time.now(), cards: CARDS, random })) station.recall(past);
  station.switchOn();
  return station;
}

async function actOut(station: ChargePoint, clock: HandClock): Promise<void> {
  for (const act of [
    oddities.repeatedStart,
    oddities.repeatedStop,
    oddities.stopMinusOne,
    oddities.baselineZero,
    oddities.meterBackwards,
    oddities.kilowattHoursAsWattHours,
    oddities.localTime,
    oddities.fractionalMeter,
    oddities.numbersAsText,
  ]) {
    clock.put(clock.now() + 60_000);
    await act({ station, idTag: '04ODD', now: clock.now() });
  }
  station.sendText('this is no frame');
  await station.call('Heartbeat', {});
}

/** Whoever still charges stops; nothing stays in a station's memory. */
async function bringHome(stations: readonly ChargePoint[], { pass }: SteppedTime): Promise<void> {
  for (const station of stations) {
    if (!station.online) station.regainNetwork();
    station.unplug(1);
  }
  const givenUpAtMs = performance.now() + 10_000;
  while (stations.some(({ undelivered, online }) => undelivered > 0 || !online)) {
    if (performance.now() > givenUpAtMs)
      throw new Error(
        `Undelivered: ${stations.map(({ id, online, undelivered }) => `${id} ${online} ${undelivered}`)}`,
      );
    await pass(STEP_MS);
  }
  for (const station of stations) station.switchOff();
}

async function eventsOf({ reads }: SiteByHand): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (const { entry } of await reads.listLog({ kinds: ['station-connected'], limit: 10_000 }))
    if (entry.stationId !== null)
      events.push({ kind: 'connected', stationId: entry.stationId, at: entry.at });
  for await (const { stationId, at, text, answer } of reads.replayFrames())
    events.push({ kind: 'frame', stationId, at, text, answer });
  // Sorting keeps what happened in one moment in its order: connections before frames.
  return events.sort((a, b) => a.at - b.at);
}

interface SteppedTime {
  readonly time: SimulatedTime;
  /** Lets so much time pass, step by step, with all that is due in it. */
  pass(ms: number): Promise<void>;
}

/** The site's clock as the time that simulated stations live in. */
function steppedTime({ clock, idle }: SiteByHand): SteppedTime {
  const due = new Set<{ readonly at: number; readonly action: () => void }>();
  return {
    time: {
      now: clock.now,
      after(delayMs, action) {
        const entry = { at: clock.now() + delayMs, action };
        due.add(entry);
        return () => due.delete(entry);
      },
    },
    async pass(ms) {
      const end = clock.now() + ms;
      while (clock.now() < end) {
        clock.put(clock.now() + STEP_MS);
        for (const entry of [...due].filter(({ at }) => at <= clock.now()).sort((a, b) => a.at - b.at)) {
          // An earlier one may have called it off.
          if (due.delete(entry)) entry.action();
        }
        // No time passes while something is decided: what came in and what came of it have one time.
        do await new Promise((resolve) => setTimeout(resolve, 1));
        while (!idle());
      }
    },
  };
}
