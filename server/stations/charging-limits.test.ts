import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ServiceDesk, serviceDesk } from '../testing/service-desk.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;
let desk: ServiceDesk;

beforeEach(async () => {
  site = await startSite();
  station = await site.station('A');
  desk = serviceDesk(site, 'A');
  canDo({});
});
afterEach(() => site.stop());

const SIX_AMPERES = {
  purpose: 'TxDefaultProfile',
  stackLevel: 1,
  timing: 'Absolute',
  startsAt: '2026-11-21T12:00:00Z',
  validFrom: '2026-11-21T12:00:00Z',
  validTo: '2036-11-22T12:00:00Z',
  unit: 'A',
  durationSeconds: 86_400,
  periods: [{ startSeconds: 0, limit: 6 }],
};

test('a limit goes out in the words of OCPP and is remembered once the station has taken it', async () => {
  const ordered = await desk.order({ kind: 'set-charging-profile', connectorId: 1, profile: SIX_AMPERES });
  await desk.reaches(ordered.id, 'in-effect');
  expect(asked('SetChargingProfile')).toEqual([
    {
      connectorId: 1,
      csChargingProfiles: {
        chargingProfileId: expect.any(Number),
        stackLevel: 1,
        chargingProfilePurpose: 'TxDefaultProfile',
        chargingProfileKind: 'Absolute',
        validFrom: '2026-11-21T12:00:00.000Z',
        validTo: '2036-11-22T12:00:00.000Z',
        chargingSchedule: {
          duration: 86_400,
          startSchedule: '2026-11-21T12:00:00.000Z',
          chargingRateUnit: 'A',
          chargingSchedulePeriod: [{ startPeriod: 0, limit: 6 }],
        },
      },
    },
  ]);
  await site.restart();
  expect((await desk.get('charging-profiles')).profiles).toMatchObject([
    { connectorId: 1, purpose: 'TxDefaultProfile', setBy: 'Mara Weber', periods: [{ limit: 6 }] },
  ]);
});

test('a refused limit is not remembered', async () => {
  station.answers('SetChargingProfile', () => ({ status: 'NotSupported' }));
  const ordered = await desk.order({ kind: 'set-charging-profile', connectorId: 1, profile: SIX_AMPERES });
  expect(await desk.reaches(ordered.id, 'rejected')).toMatchObject({ answer: 'NotSupported' });
  expect((await desk.get('charging-profiles')).profiles).toEqual([]);
});

test('what the station says it cannot do is refused here, with the field that is wrong', async () => {
  canDo({
    ChargingScheduleMaxPeriods: '2',
    ChargeProfileMaxStackLevel: '1',
    ChargingScheduleAllowedChargingRateUnit: 'Current',
  });
  const periods = [0, 60, 120].map((startSeconds) => ({ startSeconds, limit: 10 }));
  for (const [change, field] of [
    [{ periods }, 'body/profile/periods'],
    [{ stackLevel: 2 }, 'body/profile/stackLevel'],
    [{ unit: 'W' }, 'body/profile/unit'],
    [{ purpose: 'ChargePointMaxProfile' }, 'body/connectorId'],
    [{ purpose: 'TxProfile' }, 'body/connectorId'],
  ] as const) {
    const profile = { ...SIX_AMPERES, ...change };
    const refused = await desk.refused({ kind: 'set-charging-profile', connectorId: 1, profile });
    expect(refused.fields).toMatchObject([{ path: field }]);
  }
  expect(asked('SetChargingProfile')).toEqual([]);
  // It was asked once and is believed from then on.
  expect(asked('GetConfiguration')).toHaveLength(1);
  expect(await desk.get('charging-profiles')).toMatchObject({
    maxPeriods: 2,
    maxStackLevel: 1,
    units: ['A'],
  });
});

test('the limit of a running session names its transaction and ends with it', async () => {
  const timestamp = new Date(site.clock.now()).toISOString();
  const begin = { connectorId: 1, idTag: 'CARD', meterStart: 0, timestamp };
  const { transactionId } = await station.ok('StartTransaction', begin);
  const profile = { ...SIX_AMPERES, purpose: 'TxProfile', timing: 'Relative', startsAt: undefined };
  const ordered = await desk.order({ kind: 'set-charging-profile', connectorId: 1, profile });
  await desk.reaches(ordered.id, 'in-effect');
  const [sent] = asked('SetChargingProfile') as { readonly csChargingProfiles: object }[];
  expect(sent?.csChargingProfiles).toMatchObject({ transactionId, chargingProfileKind: 'Relative' });
  expect(JSON.stringify(sent)).not.toContain('startSchedule');
  expect((await desk.get('charging-profiles')).profiles).toHaveLength(1);
  await station.ok('StopTransaction', { transactionId, meterStop: 10, timestamp });
  expect((await desk.get('charging-profiles')).profiles).toEqual([]);
});

test('a remote start takes a limit along, without a transaction (errata 3.41)', async () => {
  const profile = { ...SIX_AMPERES, purpose: 'TxProfile' };
  const ordered = await desk.order({ kind: 'remote-start', connectorId: 1, profile });
  await desk.reaches(ordered.id, 'accepted');
  const [sent] = asked('RemoteStartTransaction') as { readonly chargingProfile: object }[];
  expect(sent?.chargingProfile).toMatchObject({
    chargingProfilePurpose: 'TxProfile',
    chargingSchedule: { chargingSchedulePeriod: [{ startPeriod: 0 }] },
  });
  expect(JSON.stringify(sent)).not.toContain('transactionId');
  const wrong = await desk.refused({ kind: 'remote-start', connectorId: 1, profile: SIX_AMPERES });
  expect(wrong.fields).toMatchObject([{ path: 'body/profile/purpose' }]);
});

test('limits are cleared by number, by what they are, and all of them', async () => {
  for (const [connectorId, purpose] of [
    [0, 'ChargePointMaxProfile'],
    [1, 'TxDefaultProfile'],
    [2, 'TxDefaultProfile'],
  ] as const) {
    const ordered = await desk.order({
      kind: 'set-charging-profile',
      connectorId,
      profile: { ...SIX_AMPERES, purpose },
    });
    await desk.reaches(ordered.id, 'in-effect');
  }
  const [max] = (await desk.get('charging-profiles')).profiles;
  const clear = async (filter: object) => {
    const ordered = await desk.order({ kind: 'clear-charging-profile', ...filter });
    await desk.reaches(ordered.id, 'in-effect');
    return (await desk.get('charging-profiles')).profiles.length;
  };
  expect(await clear({ profileId: max.profileId })).toBe(2);
  expect(await clear({ connectorId: 1, purpose: 'TxDefaultProfile', stackLevel: 1 })).toBe(1);
  expect(await clear({})).toBe(0);
  expect(asked('ClearChargingProfile')).toEqual([
    { id: max.profileId },
    { connectorId: 1, chargingProfilePurpose: 'TxDefaultProfile', stackLevel: 1 },
    {},
  ]);
  station.answers('ClearChargingProfile', () => ({ status: 'Unknown' }));
  const none = await desk.order({ kind: 'clear-charging-profile' });
  expect(await desk.reaches(none.id, 'rejected')).toMatchObject({ answer: 'Unknown' });
});

test('the composite schedule is what the station answers; a no is its own word', async () => {
  station.answers('GetCompositeSchedule', () => ({
    status: 'Accepted',
    connectorId: 1,
    scheduleStart: '2026-11-21T12:00:00Z',
    chargingSchedule: {
      duration: 3_600,
      chargingRateUnit: 'A',
      chargingSchedulePeriod: [
        { startPeriod: 0, limit: 16 },
        { startPeriod: 1_800, limit: 6.5, numberPhases: 3 },
      ],
    },
  }));
  const wish = { connectorId: 1, durationSeconds: 3_600, unit: 'A' };
  expect((await site.api.post('/stations/A/composite-schedule', wish)).json).toEqual({
    answer: 'Accepted',
    connectorId: 1,
    startsAt: '2026-11-21T12:00:00.000Z',
    durationSeconds: 3_600,
    unit: 'A',
    periods: [
      { startSeconds: 0, limit: 16, phases: null },
      { startSeconds: 1_800, limit: 6.5, phases: 3 },
    ],
  });
  expect(asked('GetCompositeSchedule')).toEqual([{ connectorId: 1, duration: 3_600, chargingRateUnit: 'A' }]);
  station.answers('GetCompositeSchedule', () => ({ status: 'Rejected' }));
  expect((await site.api.post('/stations/A/composite-schedule', wish)).json).toMatchObject({
    answer: 'Rejected',
    periods: [],
  });
  await station.hangUp();
  const away = await site.api.post('/stations/A/composite-schedule', wish);
  expect(away.json.code).toBe('station-not-connected');
});

function canDo(keys: Readonly<Record<string, string>>): void {
  station.answers('GetConfiguration', () => ({
    configurationKey: Object.entries(keys).map(([key, value]) => ({ key, value, readonly: true })),
    unknownKey: [],
  }));
}

function asked(action: string): readonly object[] {
  return station.asked.filter((one) => one.action === action).map(({ payload }) => payload);
}
