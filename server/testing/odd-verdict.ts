import type { ExpectedSession, OddStage, OddStation } from '#ocpp/simulator/odd/odd-station.ts';
import { giveOrder, orderComplaints } from './odd-orders.ts';
import { SETUP, type TestSite } from './start-site.ts';
import { openTlsSite } from './tls-site.ts';

/** A name, a card and a place for one odd station at a running site. */
export interface OddPart {
  readonly stationId: string;
  readonly idTag: string;
}

/**
 * Lets an odd station play its part at a site that really runs, then looks at it as its owner does.
 * @returns what is not as it must be, in sentences; empty when all is well
 */
export async function playOddStation(
  site: TestSite,
  station: OddStation,
  { stationId, idTag }: OddPart,
): Promise<readonly string[]> {
  const { password, missingProtocolAllowed, cardBlocked, switches = {}, profile } = station.setting ?? {};
  await site.adopt(stationId, { ...(password !== undefined && { password }) });
  const own = `/stations/${encodeURIComponent(stationId)}`;
  if (missingProtocolAllowed) await insist(site.api.patch(own, { missingProtocolAllowed }));
  if (profile !== undefined) await insist(site.api.post(`${own}/security/profile`, { profile }));
  for (const [name, value] of Object.entries(switches))
    await insist(site.api.patch(`${own}/behaviour`, { name, value }));
  const card = await insist(site.api.post('/cards', { uid: idTag, holder: 'Jo Muster' }));
  if (cardBlocked) await insist(site.api.patch(`/cards/${card.id}`, { blocked: true }));
  const errorsBefore = site.errors.length;
  await station.run(stageAt(site, { stationId, idTag, password }));
  // A job that was at work when the server was stopped for a restart finds its store closed.
  const errors = site.errors
    .slice(errorsBefore)
    .map((error) => JSON.stringify(error))
    .filter((error) => !error.includes('"kind":"closed"'));
  return [
    ...(await judge(site, station, stationId)),
    ...errors.map((error) => `the program erred: ${error}`),
  ];
}

function stageAt(
  site: TestSite,
  { stationId, idTag, password }: OddPart & { readonly password?: string | undefined },
): OddStage {
  return {
    get url() {
      return site.server.ocppUrl;
    },
    stationId,
    password,
    tls: () => openTlsSite(site),
    idTag,
    timeZone: SETUP.timeZone,
    now: site.clock.now,
    restart: site.restart,
    pass(ms) {
      site.clock.advance(ms);
      site.server.resumed();
    },
    order: (order) => giveOrder(site, stationId, order),
  };
}

async function judge(site: TestSite, { expects }: OddStation, stationId: string): Promise<readonly string[]> {
  let complaints: readonly string[] = [];
  // Deadlines are looked at every now and then, and what is counted is shown a moment later.
  for (const patience = performance.now() + 6_000; performance.now() < patience; ) {
    complaints = [
      ...(await sessionComplaints(site, expects.sessions, stationId)),
      ...(await deviationComplaints(site, expects.deviations ?? [], stationId)),
      ...(await strayComplaints(site, expects.strays ?? [], stationId)),
      ...(await orderComplaints(site, expects, stationId)),
    ];
    if (complaints.length === 0) break;
    site.server.resumed();
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  if (expects.refused !== undefined && !(await wasRefused(site, expects.refused)))
    complaints = [...complaints, `nobody was told that it was turned away: ${expects.refused}`];
  if (expects.recognised && !(await isRecognised(site, stationId)))
    complaints = [...complaints, 'nobody was told which station it probably means'];
  return complaints;
}

async function sessionComplaints(
  site: TestSite,
  expected: readonly ExpectedSession[],
  stationId: string,
): Promise<readonly string[]> {
  const sessions = await sessionsOf(site, stationId);
  if (sessions.length !== expected.length)
    return [`${sessions.length} sessions instead of ${expected.length}: ${JSON.stringify(sessions)}`];
  return expected.flatMap(({ state, wh, doubt }, index) => {
    const seen = sessions[index];
    const figure = state === 'ended' ? seen?.energyWh : seen?.measuredWh;
    const isSo =
      seen?.state === state &&
      (wh === undefined || figure === wh) &&
      (doubt === undefined || seen.doubts.some(({ kind }) => kind === doubt));
    return isSo ? [] : [`session ${index + 1} is ${JSON.stringify(seen)}`];
  });
}

async function deviationComplaints(
  site: TestSite,
  expected: readonly string[],
  stationId: string,
): Promise<readonly string[]> {
  const { deviations } = await insist(site.api.get(`/stations/${encodeURIComponent(stationId)}`));
  const counts = new Map(deviations.map(({ kind, count }: Counted) => [kind, count]));
  return expected
    .filter((kind) => !(Number(counts.get(kind)) > 0))
    .map((kind) => `${kind} is not counted, only ${JSON.stringify(deviations)}`);
}

async function strayComplaints(
  site: TestSite,
  expected: readonly string[],
  stationId: string,
): Promise<readonly string[]> {
  const { items } = await insist(site.api.get('/strays'));
  const own = items.filter((stray: { readonly stationId: string }) => stray.stationId === stationId);
  const kinds = own.map(({ kind }: { readonly kind: string }) => kind).sort();
  const wanted = [...expected].sort();
  return JSON.stringify(kinds) === JSON.stringify(wanted)
    ? []
    : [`messages put aside: ${JSON.stringify(kinds)} instead of ${JSON.stringify(wanted)}`];
}

/** Whoever is let in at last no longer knocks; the logbook remembers. */
async function wasRefused(site: TestSite, reason: string): Promise<boolean> {
  const knocks = await insist(site.api.get('/knocks'));
  const log = await insist(site.api.get('/logbook?limit=100'));
  return (
    knocks.items.some((knock: { readonly reason: string }) => knock.reason === reason) ||
    log.items.some(({ facts }: { readonly facts: { readonly reason?: string } }) => facts.reason === reason)
  );
}

async function isRecognised(site: TestSite, stationId: string): Promise<boolean> {
  const { items } = await insist(site.api.get('/knocks'));
  return items.some(
    (knock: { readonly likelyStationId: string | null }) => knock.likelyStationId === stationId,
  );
}

interface Counted {
  readonly kind: string;
  readonly count: number;
}

interface SeenSession {
  readonly id: number;
  readonly state: string;
  readonly energyWh: number | null;
  readonly measuredWh: number | null;
  readonly doubts: readonly { readonly kind: string }[];
}

async function sessionsOf(site: TestSite, stationId: string): Promise<readonly SeenSession[]> {
  const query = new URLSearchParams({ stationId, sort: 'started-asc' });
  return (await insist(site.api.get(`/sessions?${query}`))).items;
}

async function insist(asked: ReturnType<TestSite['api']['get']>) {
  const { status, text, json } = await asked;
  if (status >= 300) throw new Error(`${status} ${text}`);
  return json;
}
