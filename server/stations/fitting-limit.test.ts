import { afterEach, expect, test } from 'vitest';
import { type ServiceDesk, serviceDesk } from '../testing/service-desk.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;
let desk: ServiceDesk;

afterEach(() => site.stop());

async function open(testToolMode: boolean): Promise<void> {
  site = await startSite({ config: { testToolMode } });
  station = await site.station('A');
  station.answers('GetConfiguration', () => ({}));
  desk = serviceDesk(site, 'A');
}

function limit() {
  return desk.order({
    kind: 'set-charging-profile',
    connectorId: 1,
    profile: {
      purpose: 'TxDefaultProfile',
      stackLevel: 2,
      timing: 'Absolute',
      unit: 'A',
      periods: [{ startSeconds: 0, limit: 16 }],
    },
  });
}

function sent(): readonly Readonly<Record<string, unknown>>[] {
  return station.asked
    .filter(({ action }) => action === 'SetChargingProfile')
    .map(({ payload }) => payload.csChargingProfiles as Readonly<Record<string, unknown>>);
}

test('what the station took in the end is what is remembered', async () => {
  await open(false);
  station.answers('SetChargingProfile', ({ csChargingProfiles }) => ({
    status: JSON.stringify(csChargingProfiles).includes('"stackLevel":0') ? 'Accepted' : 'Rejected',
  }));
  const ordered = await limit();
  await desk.reaches(ordered.id, 'in-effect');
  expect(sent().map(({ stackLevel }) => stackLevel)).toEqual([2, 0]);
  const { profiles } = await desk.get('charging-profiles');
  expect(profiles).toMatchObject([{ purpose: 'TxDefaultProfile', stackLevel: 0, unit: 'A' }]);
});

test('a station that refuses every way has refused', async () => {
  await open(false);
  station.answers('SetChargingProfile', () => ({ status: 'NotSupported' }));
  const ordered = await limit();
  expect(await desk.reaches(ordered.id, 'rejected')).toMatchObject({ answer: 'NotSupported' });
  expect(sent().length).toBeGreaterThan(2);
  expect((await desk.get('charging-profiles')).profiles).toEqual([]);
});

test('a conformance tool is told once', async () => {
  await open(true);
  station.answers('SetChargingProfile', () => ({ status: 'Rejected' }));
  const ordered = await limit();
  await desk.reaches(ordered.id, 'rejected');
  expect(sent()).toHaveLength(1);
});
