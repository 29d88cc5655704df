import { ago } from '../cases/charging.ts';
import type { Bench } from '../harness/bench.ts';
import type { Payload } from '../harness/charge-point.ts';
import { insist, shows } from '../harness/judge.ts';

/** R54: a station that tells two keys at a time is asked for no more than two. */
export async function configurationInPortions(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const known = [
    { key: 'GetConfigurationMaxKeys', readonly: true, value: '2' },
    { key: 'HeartbeatInterval', readonly: false, value: '300' },
    { key: 'MeterValueSampleInterval', readonly: false, value: '60' },
    { key: 'NumberOfConnectors', readonly: true, value: '1' },
  ];
  chargePoint.always('GetConfiguration', ({ key = [] }: { readonly key?: readonly string[] }) => {
    insist('two keys at most', key.length <= 2, key);
    const told = key.length === 0 ? known.slice(0, 2) : known.filter((entry) => key.includes(entry.key));
    const unknownKey = key.filter((name) => !known.some((entry) => entry.key === name));
    return { configurationKey: told, ...(unknownKey.length > 0 && { unknownKey }) };
  });
  await bench.post(`/stations/${chargePoint.id}/configuration/read`);
  await bench.eventually('every key to be shown', async () => {
    const { entries } = await bench.get(`/stations/${chargePoint.id}/configuration`);
    return known.every(({ key }) => entries.some((entry: Payload) => entry.key === key));
  });
}

/** R55: a station that takes two periods is not sent three. */
export async function tooManyPeriods(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  chargePoint.always('GetConfiguration', () => ({
    configurationKey: [{ key: 'ChargingScheduleMaxPeriods', readonly: true, value: '2' }],
  }));
  const period = (hour: number) => ({ startSeconds: hour * 3_600, limit: 6 + hour });
  const wish = (hours: readonly number[]) => ({
    kind: 'set-charging-profile',
    connectorId: 1,
    profile: {
      purpose: 'TxDefaultProfile',
      stackLevel: 0,
      timing: 'Absolute',
      unit: 'A',
      periods: hours.map(period),
    },
  });
  const path = `/stations/${chargePoint.id}/commands`;
  const refused = await bench.attempt('POST', path, wish([0, 1, 2]));
  shows('a problem', refused, { status: 400 });
  await bench.post(path, wish([0, 1]));
  const { csChargingProfiles } = await chargePoint.obeys('SetChargingProfile');
  const { chargingSchedulePeriod } = csChargingProfiles.chargingSchedule;
  insist('two periods', chargingSchedulePeriod.length === 2, chargingSchedulePeriod);
}

/** R56: errata 3.40. */
export async function bootNotTriggered(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  for (const extended of [false, true]) {
    const wish = { kind: 'trigger', message: 'BootNotification', extended };
    const refused = await bench.attempt('POST', `/stations/${chargePoint.id}/commands`, wish);
    insist('a problem', refused.status >= 400 && refused.status < 500, refused.text);
  }
  await chargePoint.call('Heartbeat', {});
  insist('not a word to the station', chargePoint.unasked.length === 0, chargePoint.unasked);
}

/** R60: nobody knows all events that a maker may think of. */
export async function unknownSecurityEvent(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const type = 'CoverOfTheFlowerpotOpened';
  await chargePoint.call('SecurityEventNotification', { type, timestamp: ago(5), techInfo: 'pot 7' });
  await bench.eventually(`${type} in the logbook`, async () => {
    const { items } = await bench.get(`/logbook?stationId=${chargePoint.id}`);
    return items.find(({ facts }: Payload) => Object.values(facts).includes(type));
  });
  const answer = await chargePoint.call('SecurityEventNotification', { type, timestamp: ago(5) });
  shows('an empty answer', answer, {});
}
