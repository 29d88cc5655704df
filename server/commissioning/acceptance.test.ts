import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChargePoint, createChargePoint } from '#ocpp/simulator/charge-point.ts';
import { seededRandom } from '#ocpp/simulator/random.ts';
import { realTime } from '#ocpp/simulator/time.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;
let box: ChargePoint;

beforeEach(async () => {
  site = await startSite();
  await site.adopt('PLATZ 7', { name: 'Platz 7 – Hof Süd', maxPowerW: 400_000 });
  box = createChargePoint({
    url: site.server.ocppUrl,
    id: 'PLATZ 7',
    time: realTime(),
    random: seededRandom(5),
    meterIntervalMs: 1_000,
    reconnectMs: 50,
  });
  box.switchOn();
  await eventually(async () => (await site.api.get('/stations/PLATZ%207')).json.connectors.length > 0);
});
afterEach(async () => {
  box.switchOff();
  await site.stop();
});

test('a good station passes from its boot to its stop, is signed, and has its report', async () => {
  const { id } = await begin();
  // Three steps need nobody; then a person holds a card and plugs in.
  await reaches(id, 'card', 'running');
  await box.presentCard(1, '04A2B3C4');
  await reaches(id, 'card', 'passed');
  // Plugged in right away, the card itself has begun a session: it is ended, and the car is plugged in anew.
  box.plugIn(1, 300_000);
  await eventually(async () => box.statusOf(1) === 'Finishing');
  box.unplug(1);
  await eventually(async () => box.statusOf(1) === 'Available');
  box.plugIn(1, 300_000);
  await reaches(id, 'remote-start', 'passed');
  const meter = await reaches(id, 'meter', 'passed');
  expect(Math.abs(meter.figures.deviationPercent)).toBeLessThanOrEqual(5);
  await skip(id, 'limit', 'car of 300 kW');
  await reaches(id, 'remote-stop', 'passed');
  await reaches(id, 'unlock', 'passed');
  expect(await signed(id)).toMatchObject({ status: 409, code: 'acceptance-incomplete' });
  await skip(id, 'offline', 'Später');
  expect((await signed(id)).status).toBe(200);

  const run = await read(id);
  expect(run).toMatchObject({ state: 'signed', signedBy: 'Jörg Fäßler-Łukasz', passed: true });
  expect(run.steps[0].figures).toMatchObject({ vendor: 'Ladehaus', model: 'Simulator' });
  expect((await skip(id, 'boot', 'x')).json.code).toBe('acceptance-ended');
  const [line] = (await site.api.get('/logbook?stationId=PLATZ%207&limit=1')).json.items;
  expect(line).toMatchObject({
    kind: 'acceptance-signed',
    level: 'info',
    facts: { passed: 8, failed: 0, skipped: 2 },
  });
  for (const language of ['de', 'en']) {
    const report = await site.api.get(`/acceptance-runs/${id}?format=pdf&language=${language}`);
    expect(report.headers['content-type']).toBe('application/pdf');
    expect(report.headers['content-disposition']).toContain('acceptance-PLATZ-7-1-');
    expect(report.text.slice(0, 5)).toBe('%PDF-');
    expect(report.text.length).toBeGreaterThan(10_000);
  }
});

test('a step that failed can be repeated, and the run goes on', async () => {
  await site.api.patch('/site', { access: 'known-cards' });
  const { id } = await begin();
  await reaches(id, 'card', 'running');
  await box.presentCard(1, 'UNKNOWN');
  const failed = await reaches(id, 'card', 'failed');
  expect(failed).toMatchObject({ failure: 'card-refused', figures: { card: 'UNKNOWN', refusal: 'unknown' } });
  expect((await read(id)).steps[4].state).toBe('waiting');
  await site.api.post('/cards', { uid: 'KNOWN', holder: 'A. Becker' });
  await site.api.post(`/acceptance-runs/${id}/steps/card/begin`);
  await box.presentCard(1, 'KNOWN');
  expect(await reaches(id, 'card', 'passed')).toMatchObject({ attempts: 2, figures: { card: 'KNOWN' } });
  await reaches(id, 'remote-start', 'running');
});

test('a run goes on where it was after the program was started anew', async () => {
  const { id } = await begin();
  await reaches(id, 'card', 'running');
  box.switchOff();
  await site.restart();
  expect(await read(id)).toMatchObject({ state: 'open' });
  box = createChargePoint({
    url: site.server.ocppUrl,
    id: 'PLATZ 7',
    time: realTime(),
    random: seededRandom(6),
    meterIntervalMs: 1_000,
    reconnectMs: 50,
  });
  box.switchOn();
  await eventually(async () => box.online);
  await box.presentCard(1, '04A2B3C4');
  await reaches(id, 'card', 'passed');
});

test('the line is cut on purpose, and what was charged alone arrives with its own times', async () => {
  const { id } = await begin();
  await reaches(id, 'card', 'running');
  await site.api.post(`/acceptance-runs/${id}/steps/offline/begin`, { offlineSeconds: 60 });
  await eventually(async () => !box.online);
  // It knocks and is sent away; nobody is bothered with it.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(box.online).toBe(false);
  expect((await site.api.get('/knocks')).json.items).toEqual([]);
  box.plugIn(1, 300_000);
  box.startCharging(1, '04A2B3C4');
  await new Promise((resolve) => setTimeout(resolve, 600));
  box.stopCharging(1);
  await eventually(async () => (await read(id)).steps[9].phase === 2);
  site.clock.advance(61_000);
  await eventually(async () => box.online);
  const offline = await reaches(id, 'offline', 'passed');
  expect(offline.figures.energyWh).toBeGreaterThan(0);
  expect(offline.figures.toldAt).toBeGreaterThan(offline.figures.beganAt);
});

test('one run at a time at a station; one that was broken off makes room', async () => {
  const { id } = await begin();
  const second = await site.api.post('/stations/PLATZ%207/acceptance-runs', { connectorId: 1 });
  expect(second.json.code).toBe('acceptance-running');
  await site.api.post(`/acceptance-runs/${id}/abandon`);
  expect((await site.api.get(`/acceptance-runs/${id}?format=pdf`)).json.code).toBe('acceptance-not-signed');
  await begin();
  const { items } = (await site.api.get('/stations/PLATZ%207/acceptance-runs')).json;
  expect(items.map(({ state }: { state: string }) => state)).toEqual(['open', 'abandoned']);
});

test('no run begins where somebody is charging: it would limit and end the session', async () => {
  const station = await site.station('B');
  const timestamp = new Date(site.clock.now()).toISOString();
  const start = { connectorId: 1, idTag: 'A', meterStart: 0, timestamp };
  const { transactionId } = await station.ok('StartTransaction', start);
  const begun = () => site.api.post('/stations/B/acceptance-runs', { connectorId: 1 });
  expect((await begun()).json.code).toBe('acceptance-charging');
  await station.ok('StopTransaction', { transactionId, meterStop: 10, timestamp });
  expect((await begun()).json.state).toBe('open');
});

async function begin() {
  return (await site.api.post('/stations/PLATZ%207/acceptance-runs', { connectorId: 1 })).json;
}

async function read(id: number) {
  return (await site.api.get(`/acceptance-runs/${id}`)).json;
}

function skip(id: number, step: string, reason: string) {
  return site.api.post(`/acceptance-runs/${id}/steps/${step}/skip`, { reason });
}

async function signed(id: number) {
  const answer = await site.api.post(`/acceptance-runs/${id}/sign`, {
    name: 'Jörg Fäßler-Łukasz',
    confirmed: true,
  });
  return { status: answer.status, code: answer.json.code };
}

/** A step of a run, once it has come so far. Time is put on a little, so that nobody waits for the next look. */
function reaches(id: number, step: string, state: string) {
  return eventually(async () => {
    site.server.resumed();
    const found = (await read(id)).steps.find((one: { step: string }) => one.step === step);
    return found.state === state ? found : null;
  });
}
