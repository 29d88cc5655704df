import { type Bench, report } from '../../harness/bench.ts';
import type { ChargePoint } from '../../harness/charge-point.ts';
import { equals, insist, shows } from '../../harness/judge.ts';
import { becomes, order } from '../orders.ts';

const LOCATION = 'https://firmware.example.org/wallbox-2.0.0.bin';

/** TC_044_1 */
export async function firmwareUpdate(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const command = await orderUpdate(bench, chargePoint);
  await firmwareStatus(chargePoint, 'Downloading');
  await firmwareStatus(chargePoint, 'Downloaded');
  await report(chargePoint, 1, 'Unavailable');
  await firmwareStatus(chargePoint, 'Installing');
  await chargePoint.hangUp();
  const again = await bench.connect(chargePoint.id);
  const request = { chargePointVendor: 'Muster', chargePointModel: 'Wallbox 11', firmwareVersion: '2.0.0' };
  shows('boot', await again.call('BootNotification', request), { status: 'Accepted' });
  await report(again, 1, 'Available');
  await firmwareStatus(again, 'Installed');
  await becomes(bench, command, 'in-effect');
}

/** TC_044_2 */
export async function downloadFailed(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const command = await orderUpdate(bench, chargePoint);
  await firmwareStatus(chargePoint, 'Downloading');
  await firmwareStatus(chargePoint, 'DownloadFailed');
  await becomes(bench, command, 'failed');
}

/** TC_044_3 */
export async function installationFailed(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const command = await orderUpdate(bench, chargePoint);
  for (const status of ['Downloading', 'Downloaded', 'Installing', 'InstallationFailed'])
    await firmwareStatus(chargePoint, status);
  await becomes(bench, command, 'failed');
}

async function orderUpdate(bench: Bench, chargePoint: ChargePoint) {
  const command = await order(bench, chargePoint, { kind: 'update-firmware', location: LOCATION });
  const request = await chargePoint.obeys('UpdateFirmware', {});
  shows('UpdateFirmware.req', request, { location: LOCATION });
  insist('a date to fetch it', Date.parse(request.retrieveDate) > 0, request);
  return command;
}

async function firmwareStatus(chargePoint: ChargePoint, status: string): Promise<void> {
  equals('an answer', await chargePoint.call('FirmwareStatusNotification', { status }), {});
}
