import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StationConnection } from '../connection.ts';
import { startTestServer, type TestServer, until } from '../test-server.ts';
import { type ChargePoint, createChargePoint } from './charge-point.ts';
import { seededRandom } from './random.ts';
import type { ChargingProfile } from './schedule-limit.ts';
import { realTime } from './time.ts';

let site: TestServer;
let station: ChargePoint;
let connection: StationConnection;

beforeEach(async () => {
  site = await startTestServer();
  station = createChargePoint({
    url: site.url,
    id: 'SIM',
    connectors: 2,
    time: realTime(),
    random: seededRandom(2),
  });
  station.switchOn();
  await until(() => station.online);
  const [opened] = site.opened;
  if (opened === undefined) throw new Error('not connected');
  connection = opened;
  station.plugIn(1, 11_040);
  station.startCharging(1, 'ANNA');
  await until(() => station.transactionIdOf(1) !== undefined);
});
afterEach(async () => {
  station.switchOff();
  await site.server.close();
});

let numbers = 0;

function profile(limits: readonly (readonly [number, number])[], more: Partial<ChargingProfile> = {}) {
  return {
    chargingProfileId: ++numbers,
    stackLevel: 0,
    chargingProfilePurpose: 'TxDefaultProfile' as const,
    chargingProfileKind: 'Absolute' as const,
    chargingSchedule: {
      startSchedule: new Date(Date.now() - 1_000).toISOString(),
      chargingRateUnit: 'A' as const,
      chargingSchedulePeriod: limits.map(([startPeriod, limit]) => ({ startPeriod, limit })),
    },
    ...more,
  };
}

async function set(csChargingProfiles: ChargingProfile, connectorId = 1): Promise<string> {
  const outcome = await connection.call('SetChargingProfile', { connectorId, csChargingProfiles });
  return outcome.kind === 'result' ? outcome.response.status : outcome.kind;
}

test('the car takes what the profile leaves, nothing below 6 A, and all of it when the profile is gone', async () => {
  expect(await set(profile([[0, 10]]))).toBe('Accepted');
  expect(station.powerWOf(1)).toBe(6_900);
  expect(station.statusOf(1)).toBe('Charging');
  expect(await set(profile([[0, 0]]))).toBe('Accepted');
  expect([station.powerWOf(1), station.statusOf(1)]).toEqual([0, 'SuspendedEVSE']);
  await connection.call('ClearChargingProfile', {});
  expect([station.powerWOf(1), station.statusOf(1)]).toEqual([11_040, 'Charging']);
  const again = await connection.call('ClearChargingProfile', {});
  expect(again).toEqual({ kind: 'result', response: { status: 'Unknown' } });
});

test('the higher level leads, the session’s own profile overrules the default, the station’s limit all of them', async () => {
  await set(profile([[0, 16]]));
  await set(profile([[0, 8]], { stackLevel: 2 }));
  expect(station.powerWOf(1)).toBe(5_520);
  const transactionId = station.transactionIdOf(1) ?? 0;
  await set(profile([[0, 14]], { chargingProfilePurpose: 'TxProfile', transactionId }));
  expect(station.powerWOf(1)).toBe(9_660);
  await set(profile([[0, 12]], { chargingProfilePurpose: 'ChargePointMaxProfile' }), 0);
  expect(station.powerWOf(1)).toBe(8_280);
  station.unplug(1);
  expect(
    station.profiles.all.map(({ profile: { chargingProfilePurpose } }) => chargingProfilePurpose),
  ).toEqual(['TxDefaultProfile', 'TxDefaultProfile', 'ChargePointMaxProfile']);
});

test('a limit changes when its time has come, and a schedule that is over limits nothing', async () => {
  const now = Date.now();
  const chargingSchedule = {
    startSchedule: new Date(now).toISOString(),
    chargingRateUnit: 'W' as const,
    duration: 2,
    chargingSchedulePeriod: [
      { startPeriod: 0, limit: 5_000 },
      { startPeriod: 1, limit: 7_000 },
    ],
  };
  await set(profile([[0, 0]], { chargingSchedule }));
  expect(station.powerWOf(1)).toBe(5_000);
  await until(() => station.powerWOf(1) === 7_000);
  await until(() => station.powerWOf(1) === 11_040);
});

test('the composite schedule is what all profiles together leave', async () => {
  const startSchedule = new Date(Date.now() - 1_000).toISOString();
  const recurring = {
    chargingProfileKind: 'Recurring' as const,
    recurrencyKind: 'Daily' as const,
    chargingSchedule: {
      startSchedule,
      chargingRateUnit: 'A' as const,
      chargingSchedulePeriod: [
        { startPeriod: 0, limit: 16 },
        { startPeriod: 601, limit: 8 },
      ],
    },
  };
  await set(profile([[0, 0]], recurring));
  await set(profile([[0, 20]], { chargingProfilePurpose: 'ChargePointMaxProfile' }), 0);
  const asked = { connectorId: 1, duration: 3_600, chargingRateUnit: 'A' as const };
  const outcome = await connection.call('GetCompositeSchedule', asked);
  if (outcome.kind !== 'result') throw new Error('no schedule');
  const periods = outcome.response.chargingSchedule?.chargingSchedulePeriod ?? [];
  expect(periods.map(({ limit }) => limit)).toEqual([16, 8]);
  expect(periods[1]?.startPeriod).toBeGreaterThan(590);
  const beyond = await connection.call('GetCompositeSchedule', { ...asked, connectorId: 9 });
  expect(beyond).toEqual({ kind: 'result', response: { status: 'Rejected' } });
});

test('what the standard forbids is refused', async () => {
  expect(await set(profile([[0, 16]], { stackLevel: 99 }))).toBe('Rejected');
  expect(await set(profile([[5, 16]]))).toBe('Rejected');
  expect(await set(profile([[0, 16]], { chargingProfilePurpose: 'ChargePointMaxProfile' }), 1)).toBe(
    'Rejected',
  );
  expect(await set(profile([[0, 16]], { chargingProfilePurpose: 'TxProfile' }), 2)).toBe('Rejected');
  expect(await set(profile([[0, 16]]), 3)).toBe('Rejected');
});
