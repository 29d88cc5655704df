import { type Bench, report } from '../../harness/bench.ts';
import type { ChargePoint, Payload } from '../../harness/charge-point.ts';
import { equals, insist, shows } from '../../harness/judge.ts';
import { authorize, cardId, charge, start } from '../charging.ts';
import { becomes, obeyed } from '../orders.ts';

const PERIODS = [{ startSeconds: 0, limit: 6, phases: 3 }];
const SCHEDULE = {
  duration: 86_400,
  chargingRateUnit: 'A',
  chargingSchedulePeriod: [{ startPeriod: 0, limit: 6, numberPhases: 3 }],
};

/** TC_056 */
export async function defaultProfile(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const { connectorId, csChargingProfiles } = await set(bench, chargePoint, absolute('TxDefaultProfile'));
  equals('connector', connectorId, 1);
  shows('the profile', csChargingProfiles, {
    stackLevel: 1,
    chargingProfilePurpose: 'TxDefaultProfile',
    chargingProfileKind: 'Absolute',
    chargingSchedule: SCHEDULE,
  });
  hasAllTimes(csChargingProfiles);
  insist('no transactionId', csChargingProfiles.transactionId === undefined, csChargingProfiles);
  insist('no recurrency', csChargingProfiles.recurrencyKind === undefined, csChargingProfiles);
}

/** TC_057, with an absolute profile and with one that is relative to the start of the session. */
export async function sessionProfile(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const transactionId = await charge(chargePoint, { idTag: await bench.card() });
  const fixed = (await set(bench, chargePoint, absolute('TxProfile'))).csChargingProfiles;
  const wanted = { chargingProfilePurpose: 'TxProfile', transactionId, chargingSchedule: SCHEDULE };
  shows('the profile', fixed, { ...wanted, chargingProfileKind: 'Absolute' });
  hasAllTimes(fixed);
  const relative = {
    purpose: 'TxProfile',
    stackLevel: 2,
    timing: 'Relative',
    unit: 'A',
    durationSeconds: 86_400,
    periods: PERIODS,
  };
  const floating = (await set(bench, chargePoint, relative)).csChargingProfiles;
  shows('the profile', floating, { ...wanted, chargingProfileKind: 'Relative' });
  insist('no startSchedule', floating.chargingSchedule.startSchedule === undefined, floating);
}

/** TC_059 */
export async function remoteStartWithProfile(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  await report(chargePoint, 1, 'Preparing');
  const idTag = await bench.card();
  const profile = {
    purpose: 'TxProfile',
    stackLevel: 1,
    timing: 'Relative',
    unit: 'A',
    durationSeconds: 86_400,
    periods: PERIODS,
  };
  const wanted = { kind: 'remote-start', connectorId: 1, cardId: await cardId(bench, idTag), profile };
  const { payload, command } = await obeyed(
    { bench, chargePoint },
    { order: wanted, action: 'RemoteStartTransaction', state: 'accepted' },
  );
  shows('RemoteStartTransaction.req', payload, {
    idTag,
    connectorId: 1,
    chargingProfile: { chargingProfilePurpose: 'TxProfile', chargingSchedule: SCHEDULE },
  });
  insist('no transactionId', payload.chargingProfile.transactionId === undefined, payload);
  await authorize(chargePoint, idTag);
  await start(chargePoint, { idTag });
  await report(chargePoint, 1, 'Charging');
  await becomes(bench, command, 'in-effect');
}

/** TC_066 */
export async function compositeSchedule(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  await set(bench, chargePoint, absolute('TxDefaultProfile'));
  const answer = { status: 'Accepted', connectorId: 1, chargingSchedule: { ...SCHEDULE, duration: 3_600 } };
  const [shown, request] = await Promise.all([
    bench.post(`/stations/${chargePoint.id}/composite-schedule`, {
      connectorId: 1,
      durationSeconds: 3_600,
      unit: 'A',
    }),
    chargePoint.obeys('GetCompositeSchedule', answer),
  ]);
  equals('GetCompositeSchedule.req', request, { connectorId: 1, duration: 3_600, chargingRateUnit: 'A' });
  insist('6 A to be shown', JSON.stringify(shown).includes('"limit":6'), shown);
}

/** TC_067 */
export async function clearProfiles(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  await charge(chargePoint, { idTag: await bench.card() });
  const ids: number[] = [];
  for (const [purpose, connectorId] of [
    ['ChargePointMaxProfile', 0],
    ['TxDefaultProfile', 1],
    ['TxProfile', 1],
  ] as const) {
    const { csChargingProfiles } = await set(bench, chargePoint, { ...absolute(purpose), connectorId });
    ids.push(csChargingProfiles.chargingProfileId);
  }
  equals('three different ids', new Set(ids).size, 3);
  equals('by id', await clear(bench, chargePoint, { profileId: ids[0] }), { id: ids[0] });
  const filter = { connectorId: 1, purpose: 'TxDefaultProfile', stackLevel: 1 };
  equals('by what it is', await clear(bench, chargePoint, filter), {
    connectorId: 1,
    chargingProfilePurpose: 'TxDefaultProfile',
    stackLevel: 1,
  });
  equals('all', await clear(bench, chargePoint, {}), {});
}

function absolute(purpose: string) {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  return {
    purpose,
    stackLevel: 1,
    timing: 'Absolute',
    startsAt: at(0),
    validFrom: at(0),
    validTo: at(24),
    unit: 'A',
    durationSeconds: 86_400,
    periods: PERIODS,
  };
}

/** Orders the profile, lets the station take it, and gives the request. */
async function set(
  bench: Bench,
  chargePoint: ChargePoint,
  { connectorId = 1, ...profile }: Readonly<Record<string, unknown>>,
): Promise<Payload> {
  const wanted = { kind: 'set-charging-profile', connectorId, profile };
  const { payload } = await obeyed(
    { bench, chargePoint },
    { order: wanted, action: 'SetChargingProfile', state: 'in-effect' },
  );
  return payload;
}

async function clear(bench: Bench, chargePoint: ChargePoint, filter: object): Promise<Payload> {
  const { payload } = await obeyed(
    { bench, chargePoint },
    {
      order: { kind: 'clear-charging-profile', ...filter },
      action: 'ClearChargingProfile',
      state: 'in-effect',
    },
  );
  return payload;
}

function hasAllTimes({ validFrom, validTo, chargingSchedule }: Payload): void {
  for (const time of [validFrom, validTo, chargingSchedule.startSchedule])
    insist('validFrom, validTo and startSchedule', Date.parse(time) > 0, {
      validFrom,
      validTo,
      chargingSchedule,
    });
}
