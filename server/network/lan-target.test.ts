import { afterEach, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite | undefined;

afterEach(async () => {
  await site?.stop();
  site = undefined;
});

test('the owner allows addresses and networks of the LAN, and hears why one cannot be', async () => {
  site = await startSite();
  const lanTargets = ['192.168.1.20', '10.0.0.0/8', 'fd12:3456::/48', '203.0.113.7'];
  const allow = (targets: readonly string[]) => site?.api.patch('/site', { lanTargets: targets });
  expect((await allow(lanTargets.slice(0, 3)))?.json.lanTargets).toEqual(lanTargets.slice(0, 3));
  for (const wrong of [
    'erp.local',
    '192.168.1',
    '0x7f.1',
    '192.168.1.0/33',
    '192.168.1.0/',
    '1.2.3.4/24/8',
  ]) {
    const { status, json } = (await allow(['192.168.1.20', wrong])) ?? {};
    expect([wrong, status, json.fields]).toEqual([
      wrong,
      400,
      [{ path: 'body/lanTargets/1', message: expect.stringContaining('no address or network') }],
    ]);
  }
  for (const never of [
    '127.0.0.1',
    '169.254.169.254',
    '0.0.0.0/0',
    '::/0',
    '224.0.0.0/8',
    'fe80::1',
    '::ffff:10.0.0.1',
  ])
    expect([never, (await allow([never]))?.json.fields?.[0].message]).toEqual([
      never,
      expect.stringContaining('cannot be allowed'),
    ]);
  // What was allowed before still is.
  expect((await site.api.get('/site')).json.lanTargets).toHaveLength(3);
});
