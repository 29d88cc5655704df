import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ServiceDesk, serviceDesk } from '../testing/service-desk.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;
let desk: ServiceDesk;

beforeEach(async () => {
  site = await startSite();
  station = await site.station('A');
  station.answers('SetChargingProfile', () => ({ status: 'Accepted' }));
  desk = serviceDesk(site, 'A');
});
afterEach(() => site.stop());

const LIMIT = {
  kind: 'set-charging-profile',
  connectorId: 1,
  profile: {
    purpose: 'TxDefaultProfile',
    stackLevel: 1,
    timing: 'Absolute',
    startsAt: '2026-11-21T12:00:00Z',
    validTo: '2036-11-22T12:00:00Z',
    unit: 'A',
    durationSeconds: 86_400,
    periods: [{ startSeconds: 0, limit: 6 }],
  },
} as const;

const switchOff = (modulesOff: readonly string[]) => site.api.patch('/site', { modulesOff });

test('a module that is off is refused by name, and everything it kept is there when it is on again', async () => {
  await desk.reaches((await desk.order(LIMIT)).id, 'in-effect');
  const before = await desk.get('charging-profiles');
  expect(before.profiles).toHaveLength(1);

  expect((await switchOff(['energy'])).json).toMatchObject({ modulesOff: ['energy'] });
  const refused = await site.api.get('/stations/A/charging-profiles');
  expect(refused.status).toBe(403);
  expect(refused.json).toMatchObject({ code: 'module-off', detail: 'energy' });
  expect(await desk.refused(LIMIT)).toMatchObject({ code: 'module-off' });
  expect(await desk.refused({ kind: 'clear-charging-profile' })).toMatchObject({ code: 'module-off' });
  // What belongs to no module goes on.
  expect((await site.api.get('/stations/A')).status).toBe(200);
  await site.restart();
  expect((await site.api.get('/stations/A/charging-profiles')).status).toBe(403);

  await switchOff([]);
  expect(await desk.get('charging-profiles')).toEqual(before);
});

test('the jobs of a module rest while it is off', async () => {
  await site.api.patch('/stations/A/behaviour', { name: 'forgetsLimits', value: true });
  await desk.reaches((await desk.order(LIMIT)).id, 'in-effect');
  await switchOff(['energy']);
  const quiet = await site.station('A');
  quiet.answers('SetChargingProfile', () => ({ status: 'Accepted' }));
  await quiet.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  // Two rounds of the job that says limits again.
  await new Promise((resolve) => setTimeout(resolve, 2_200));
  expect(quiet.asked.map(({ action }) => action)).not.toContain('SetChargingProfile');
  await switchOff([]);
  await eventually(async () => quiet.asked.some(({ action }) => action === 'SetChargingProfile'));
});

test('strangers learn nothing of what is switched off', async () => {
  await switchOff(['energy']);
  expect((await site.stranger().get('/stations/A/charging-profiles')).json).toMatchObject({
    code: 'sign-in-required',
  });
});
