import { afterEach, expect, test } from 'vitest';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import { connectStation } from '../testing/test-station.ts';

const TRIES = 1_000;
const AT_ONCE = 15;
let site: TestSite;

afterEach(() => site.stop());

test(`${TRIES} attempts to pose as a charging station take nothing over, and somebody is told`, async () => {
  site = await startSite();
  const { ocppUrl } = site.server;
  await site.adopt('A', { password: 'secret-of-the-victim' });
  const victim = await connectStation(ocppUrl, 'A', { password: 'secret-of-the-victim' });
  const timestamp = new Date().toISOString();
  const begun = { connectorId: 1, idTag: 'C', meterStart: 0, timestamp };
  const { transactionId } = await victim.ok('StartTransaction', begun);

  let takeovers = 0;
  for (let tried = 0; tried < TRIES; tried += AT_ONCE) {
    const attackers = Array.from({ length: Math.min(AT_ONCE, TRIES - tried) }, async (_, index) => {
      const guess = index % 3 === 0 ? {} : { password: `guess-${tried}-${index}` };
      const attacker = await connectStation(ocppUrl, 'A', guess).catch(() => null);
      if (attacker !== null) takeovers += 1;
      attacker?.socket.terminate();
    });
    await Promise.all(attackers);
    if (tried % 150 === 0) await victim.ok('Heartbeat', {});
  }
  expect(takeovers).toBe(0);

  const meterValue = [{ timestamp: new Date().toISOString(), sampledValue: [{ value: '2' }] }];
  await victim.ok('MeterValues', { connectorId: 1, transactionId, meterValue });
  const stop = { transactionId, meterStop: 4, timestamp: new Date().toISOString() };
  await victim.ok('StopTransaction', stop);
  expect((await site.api.get('/sessions')).json.items).toMatchObject([{ stationId: 'A', energyWh: 4 }]);
  const { items } = (await site.api.get('/logbook?stationId=A')).json;
  const alarms = items.filter(({ kind }: { kind: string }) => kind === 'security-alarm');
  expect(alarms).toMatchObject([{ level: 'fault', facts: { address: '127.0.0.1', count: 20 } }]);
  expect((await site.api.get('/knocks')).json.items).toMatchObject([{ stationId: 'A', count: TRIES }]);
});

test('an alarm is told within seconds, and not again within the hour', async () => {
  site = await startSite();
  await site.adopt('A', { password: 'secret-of-the-victim' });
  const attempt = () => connectStation(site.server.ocppUrl, 'A').catch(() => null);
  const alarms = async () =>
    (await site.api.get('/logbook?stationId=A')).json.items.filter(
      ({ kind }: { kind: string }) => kind === 'security-alarm',
    ).length;
  for (let tries = 0; tries < 19; tries += 1) await attempt();
  expect(await alarms()).toBe(0);
  await attempt();
  await eventually(async () => (await alarms()) === 1);
  for (let tries = 0; tries < 30; tries += 1) await attempt();
  expect(await alarms()).toBe(1);
  site.clock.advance(61 * 60_000);
  for (let tries = 0; tries < 20; tries += 1) await attempt();
  await eventually(async () => (await alarms()) === 2);
});
