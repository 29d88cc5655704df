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
