import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { measuredEnergy, type Session } from '#core/sessions/session.ts';
import { adoptStations } from './owner.ts';
import { connectRawStation, type RawStation, readAnswer } from './raw-station.ts';
import { RECORDED_STATIONS, type RecordedEvent, recordDay } from './record-day.ts';
import { type SiteByHand, startSiteByHand } from './site-by-hand.ts';

const MIDNIGHT = Date.UTC(2026, 5, 1);

let original: SiteByHand;
let day: readonly RecordedEvent[];
let asRecorded: readonly Told[];

beforeAll(async () => {
  original = await startSiteByHand(MIDNIGHT);
  day = await recordDay(original, 20_260_601);
  asRecorded = await sessionsOf(original);
}, 240_000);

afterAll(() => original?.stop());

test('the recorded day is worth replaying', () => {
  const starts = day.filter((event) => event.kind === 'frame' && event.text.includes('"StartTransaction"'));
  console.info(`${day.length} events, ${starts.length} starts, ${asRecorded.length} sessions`);
  expect(asRecorded.length).toBeGreaterThan(60);
  expect(starts.length).toBeGreaterThan(asRecorded.length);
  expect(day.filter(({ kind }) => kind === 'connected').length).toBeGreaterThan(RECORDED_STATIONS.length);
  expect(asRecorded.some(({ doubts }) => doubts.length > 0)).toBe(true);
});

test('the frames of a day make the same sessions again, to the Wh, and fed twice none twice and none otherwise', async () => {
  const site = await startSiteByHand(MIDNIGHT);
  onTestFinished(() => site.stop());
  await adoptStations(site.owner, RECORDED_STATIONS);
  await feed(site);
  expect(await sessionsOf(site)).toEqual(asRecorded);
  await feed(site);
  expect(await sessionsOf(site)).toEqual(asRecorded);
}, 240_000);

/** What is told of a session whatever number it was given. */
interface Told {
  readonly station: string;
  readonly connector: number;
  readonly card: string;
  readonly admitted: boolean;
  readonly startedAt: number;
  readonly startWh: number;
  readonly endedAt: number | null;
  readonly stopWh: number | null;
  readonly reason: string | null;
  readonly energyWh: number | null;
  readonly doubts: readonly string[];
}

/** Doubts that come from waiting in vain, not from a message: a replay does not wait. */
const FROM_WAITING = ['no-stop', 'silent'];

async function sessionsOf({ reads }: SiteByHand): Promise<readonly Told[]> {
  const told: Told[] = [];
  for await (const page of reads.eachSession({})) told.push(...page.map(tell));
  return told.sort(
    (a, b) => a.station.localeCompare(b.station) || a.startedAt - b.startedAt || a.startWh - b.startWh,
  );
}

function tell(session: Session): Told {
  const { stationId, connectorId, cardUid, admission, start, end, doubts } = session;
  return {
    station: stationId,
    connector: connectorId,
    card: cardUid,
    admitted: admission.kind === 'admitted',
    startedAt: start.at,
    startWh: start.register,
    endedAt: end?.at ?? null,
    stopWh: end?.register ?? null,
    reason: end?.reason ?? null,
    energyWh: measuredEnergy(session),
    doubts: doubts.map(({ kind }) => kind).filter((kind) => !FROM_WAITING.includes(kind)),
  };
}

/** Feeds the day to a site, each frame at its own hour. */
async function feed({ clock, server }: SiteByHand): Promise<void> {
  const lines = new Map<string, RawStation>();
  const transactions = new Map<number, number>();
  for (const event of day) {
    clock.put(event.at);
    if (event.kind === 'connected') {
      await hangUp(lines.get(event.stationId));
      lines.set(event.stationId, await connectRawStation(server.ocppUrl, event.stationId));
      continue;
    }
    const line = lines.get(event.stationId);
    if (line === undefined) throw new Error(`${event.stationId} spoke before it connected`);
    await say(line, event, transactions);
  }
  for (const line of lines.values()) await hangUp(line);
}

async function hangUp(line: RawStation | undefined): Promise<void> {
  line?.hangUp();
  await line?.closed;
}

/** Says a recorded frame again, with the transaction number that this site has given. */
async function say(
  line: RawStation,
  { text, answer }: RecordedEvent & { readonly kind: 'frame' },
  transactions: Map<number, number>,
): Promise<void> {
  if (answer === null) return line.say(text);
  const renumbered = text.replace(
    /("transactionId":)(\d+)/,
    (_, name: string, number: string) => name + (transactions.get(Number(number)) ?? number),
  );
  const again = await line.ask(messageIdOf(text), renumbered);
  if (again === null) throw new Error(`The line was closed on ${text}`);
  const before = transactionIn(answer);
  const now = transactionIn(again);
  if (before !== null && now !== null) transactions.set(before, now);
}

function messageIdOf(text: string): string {
  return /^\[2,"([^"]*)"/.exec(text)?.[1] ?? '';
}

function transactionIn(answer: string): number | null {
  const read = readAnswer(answer);
  return read.kind === 'result' && typeof read.payload.transactionId === 'number'
    ? read.payload.transactionId
    : null;
}
