import { afterEach, expect, test } from 'vitest';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;

afterEach(() => site.stop());

const BOOT = { chargePointVendor: 'V', chargePointModel: 'M' };

test('a conformance tool may connect and boot as often as it likes, and is asked nothing that nobody ordered', async () => {
  site = await startSite({ config: { testToolMode: true } });
  for (let count = 0; count < 65; count += 1) await (await site.station('TOOL')).hangUp();
  const station = await site.station('TOOL');
  for (let count = 0; count < 5; count += 1) await station.ok('BootNotification', BOOT);
  expect((await site.api.get('/stations/TOOL')).json.heldUntil).toBeNull();
  site.clock.advance(10 * 60_000);
  site.server.resumed();
  expect((await site.api.post('/stations/TOOL/commands', { kind: 'clear-cache' })).status).toBe(202);
  await eventually(async () => station.asked.length > 0);
  expect(station.asked).toEqual([{ action: 'ClearCache', payload: {} }]);
});
