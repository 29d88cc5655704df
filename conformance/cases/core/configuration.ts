import type { Bench } from '../../harness/bench.ts';
import type { ChargePoint, Payload } from '../../harness/charge-point.ts';
import { equals, insist, shows } from '../../harness/judge.ts';

const ENTRIES = [
  { key: 'HeartbeatInterval', readonly: false, value: '300' },
  { key: 'MeterValueSampleInterval', readonly: false, value: '900' },
  { key: 'NumberOfConnectors', readonly: true, value: '1' },
  { key: 'SupportedFeatureProfiles', readonly: true, value: 'Core,RemoteTrigger' },
  { key: 'vendorColourOfLamp', readonly: false, value: '42' },
];

/** TC_019_1 */
export async function readAllKeys(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  await bench.post(`/stations/${chargePoint.id}/configuration/read`);
  const { key = [] } = await chargePoint.obeys('GetConfiguration', { configurationKey: ENTRIES });
  equals('keys asked for', key, []);
  for (const { key: name, value } of ENTRIES) await showsSetting(bench, chargePoint, { key: name, value });
}

/** TC_019_2 */
export async function readOneKey(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const wanted = 'SupportedFeatureProfiles';
  await bench.post(`/stations/${chargePoint.id}/configuration/read`, { keys: [wanted] });
  const configurationKey = ENTRIES.filter(({ key }) => key === wanted);
  equals('GetConfiguration.req', await chargePoint.obeys('GetConfiguration', { configurationKey }), {
    key: [wanted],
  });
  await showsSetting(bench, chargePoint, { key: wanted, value: 'Core,RemoteTrigger' });
}

/** TC_021 */
export async function setKey(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const wish = { key: 'MeterValueSampleInterval', value: '60' };
  const change = await changed(bench, chargePoint, { wish, status: 'Accepted' });
  shows('the change', change, { key: wish.key, wanted: '60', answer: 'accepted' });
}

/** TC_040_1 */
export async function setUnknownKey(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const wish = { key: 'NobodyKnowsThisKey', value: 'x' };
  const change = await changed(bench, chargePoint, { wish, status: 'NotSupported' });
  shows('the change', change, { answer: 'not-supported' });
}

/** TC_040_2: the value is wrong on purpose, so it is sent although the program warns. */
export async function setInvalidValue(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const wish = { key: 'MeterValueSampleInterval', value: '-1' };
  const path = `/stations/${chargePoint.id}/configuration/changes`;
  const warned = await bench.attempt('POST', path, wish);
  insist('a warning before it is sent', warned.status >= 400 && warned.status < 500, warned);
  const change = await changed(bench, chargePoint, { wish: { ...wish, anyway: true }, status: 'Rejected' });
  shows('the change', change, { answer: 'rejected' });
}

/** Changes a key as the operator does, lets the charge point answer, and gives what the operator is told. */
export async function changed(
  bench: Bench,
  chargePoint: ChargePoint,
  {
    wish,
    status,
  }: {
    readonly wish: { readonly key: string; readonly value: string; readonly anyway?: boolean };
    readonly status: string;
  },
): Promise<Payload> {
  const [change, request] = await Promise.all([
    bench.post(`/stations/${chargePoint.id}/configuration/changes`, wish),
    chargePoint.obeys('ChangeConfiguration', { status }),
  ]);
  equals('ChangeConfiguration.req', request, { key: wish.key, value: wish.value });
  return change;
}

function showsSetting(
  bench: Bench,
  chargePoint: ChargePoint,
  { key, value }: { readonly key: string; readonly value: string },
): Promise<Payload> {
  return bench.eventually(`${key} = ${value} in the configuration`, async () => {
    const { entries } = await bench.get(`/stations/${chargePoint.id}/configuration`);
    return entries.find((entry: Payload) => entry.key === key && entry.value === value);
  });
}
