import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChargePoint, createChargePoint } from '#ocpp/simulator/charge-point.ts';
import { seededRandom } from '#ocpp/simulator/random.ts';
import { realTime } from '#ocpp/simulator/time.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;
let box: ChargePoint;
let run: number;

beforeEach(async () => {
  site = await startSite();
  await site.adopt('BOX');
  box = createChargePoint({
    url: site.server.ocppUrl,
    id: 'BOX',
    time: realTime(),
    random: seededRandom(5),
    meterIntervalMs: 1_000,
    reconnectMs: 50,
  });
  box.switchOn();
  await eventually(async () => (await site.api.get('/stations/BOX')).json.connectors.length > 0);
  run = (await site.api.post('/stations/BOX/acceptance-runs', { connectorId: 1 })).json.id;
  box.plugIn(1, 22_000);
  box.startCharging(1, '04A2B3C4');
  await eventually(async () => (await site.api.get('/stations/BOX')).json.connectors[0].session !== null);
});
afterEach(async () => {
  box.switchOff();
  await site.stop();
});

test('the car follows 16, 10, 6 and 0 A, and is let go afterwards', async () => {
  await site.api.post(`/acceptance-runs/${run}/steps/limit/begin`);
  const { figures } = await limit('passed');
  expect(figures.at16A).toBeLessThanOrEqual(17);
  expect(figures.at16A).toBeGreaterThan(10.5);
  expect(figures.at10A).toBeLessThanOrEqual(10.5);
  expect(figures.at6A).toBeLessThanOrEqual(6.5);
  expect(figures.at0A).toBeLessThanOrEqual(0.5);
  await eventually(async () => box.powerWOf(1) > 20_000);
  expect(box.heard.filter(({ action }) => action === 'ClearChargingProfile')).toHaveLength(1);
});

test('a station that says yes and does nothing has not obeyed', async () => {
  box.answers('SetChargingProfile', () => ({ kind: 'response', response: { status: 'Accepted' } }));
  await site.api.post(`/acceptance-runs/${run}/steps/limit/begin`);
  await eventually(async () => box.heard.some(({ action }) => action === 'SetChargingProfile'));
  await eventually(async () => {
    const { items } = (await site.api.get('/commands?stationId=BOX&limit=1')).json;
    return items[0]?.acceptedAt !== null;
  });
  // A value that came after the answer, and then the minute in which it should have obeyed.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  site.clock.advance(61_000);
  expect(await limit('failed')).toMatchObject({ failure: 'limit-not-obeyed', figures: { limitA: 16 } });
});

test('a station that refuses limits says so in the report', async () => {
  box.answers('SetChargingProfile', () => ({ kind: 'response', response: { status: 'NotSupported' } }));
  await site.api.post(`/acceptance-runs/${run}/steps/limit/begin`);
  expect(await limit('failed')).toMatchObject({
    failure: 'refused-by-station',
    figures: { answer: 'NotSupported', limitA: 16 },
  });
});

test('a step that is left while its limit goes out leaves no limit at the station', async () => {
  for (let moment = 0; moment < 8; moment += 1) {
    await site.api.post(`/acceptance-runs/${run}/steps/limit/begin`);
    const ticking = new Promise((resolve) => setTimeout(resolve, moment * 3));
    site.server.resumed();
    await ticking;
    await site.api.post(`/acceptance-runs/${run}/steps/limit/skip`, { reason: 'car has gone' });
    await eventually(async () => {
      const { items } = (await site.api.get('/commands?stationId=BOX&limit=50')).json;
      return items.every((one: { readonly endedAt: string | null }) => one.endedAt !== null);
    });
    await eventually(async () => limitsLeft().length === 0);
  }
});

/** Numbers of the limits that the station was given and not told to forget. */
function limitsLeft(): readonly number[] {
  const left = new Set<number>();
  for (const { action, request } of box.heard) {
    const said = request as {
      readonly id?: number;
      readonly csChargingProfiles?: { chargingProfileId: number };
    };
    if (action === 'SetChargingProfile' && said.csChargingProfiles !== undefined)
      left.add(said.csChargingProfiles.chargingProfileId);
    if (action === 'ClearChargingProfile' && said.id !== undefined) left.delete(said.id);
  }
  return [...left];
}

function limit(state: string) {
  return eventually(async () => {
    site.server.resumed();
    const { steps } = (await site.api.get(`/acceptance-runs/${run}`)).json;
    return steps[6].state === state ? steps[6] : null;
  });
}
