import { afterEach, expect, test } from 'vitest';
import { watchedWriter } from '#store/testing/watched-connections.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;

afterEach(() => site.stop());

const timestamp = new Date(Date.now() - 3_600_000).toISOString();
const start = { connectorId: 1, idTag: 'CARD', meterStart: 0, timestamp };

test('a sample beyond all numbers is left out, and its stop arrives', async () => {
  site = await startSite();
  const station = await site.station('A');
  const { transactionId } = await station.ok('StartTransaction', start);
  const huge = { value: '1e306', unit: 'kWh' };
  const phases = ['L1', 'L2', 'L3'].map((phase) => ({ value: '1e308', phase }));
  const meterValue = [{ timestamp, sampledValue: [huge, ...phases, { value: '50', measurand: 'SoC' }] }];
  await station.ok('MeterValues', { connectorId: 1, transactionId, meterValue });
  await station.ok('StopTransaction', {
    transactionId,
    meterStop: 4_000,
    timestamp: new Date().toISOString(),
    transactionData: meterValue,
  });
  expect((await sessions()).map(({ state, energyWh }) => [state, energyWh])).toEqual([['ended', 4_000]]);
  expect(site.errors).toEqual([]);
});

test.each([
  ['a rule of the database', "SELECT RAISE(ABORT, 'never')"],
  ['a bug', "SELECT json('no json')"],
])('what %s forbids is kept whole for a person, answered, and blocks nothing behind it', async (_, fault) => {
  const writer = watchedWriter();
  site = await startSite({ connect: writer.connect });
  const station = await site.station('A');
  const { transactionId } = await station.ok('StartTransaction', start);
  for (const event of ['INSERT ON main.session', 'UPDATE ON main.session', 'INSERT ON main.meter_sample'])
    await writer.connection().exec(`CREATE TEMP TRIGGER "${event}" BEFORE ${event} BEGIN ${fault}; END`);
  const stop = { transactionId, meterStop: 4_000, timestamp: new Date().toISOString() };
  const meterValue = [{ timestamp, sampledValue: [{ value: '100' }] }];

  const refused = await station.ok('StartTransaction', { ...start, connectorId: 2 }, 'bad-start');
  expect(refused).toMatchObject({ idTagInfo: { status: 'Invalid' } });
  expect(refused.transactionId).toBeGreaterThan(transactionId);
  expect(await station.ok('StopTransaction', stop, 'bad-stop')).toEqual({});
  expect(await station.ok('MeterValues', { connectorId: 1, transactionId, meterValue }, 'bad-value')).toEqual(
    {},
  );
  await station.ok('Heartbeat', {});

  const frames = (await strays()).map(({ frame }) => JSON.parse(frame)[1]);
  expect(frames.toSorted()).toEqual(['bad-start', 'bad-stop', 'bad-value']);
  expect(await sessions()).toMatchObject([{ state: 'running' }]);
  await eventually(async () => site.errors.length >= 3);
});

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a foreign program would
async function sessions(): Promise<any[]> {
  return (await site.api.get('/sessions')).json.items;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a foreign program would
async function strays(): Promise<any[]> {
  return (await site.api.get('/strays')).json.items;
}
