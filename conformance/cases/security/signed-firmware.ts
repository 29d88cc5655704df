import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Bench, report } from '../../harness/bench.ts';
import { makeRoot, signatureOf } from '../../harness/certificates.ts';
import type { ChargePoint, Payload } from '../../harness/charge-point.ts';
import { equals, insist, shows } from '../../harness/judge.ts';
import { ago } from '../charging.ts';
import { becomes, order } from '../orders.ts';

const FIRMWARE = Buffer.from('a new program for a wallbox');

/** TC_080 */
export async function signedFirmware(bench: Bench): Promise<void> {
  await withFirmware(async (location, wish) => {
    const chargePoint = await bench.chargePoint();
    const { command, requestId } = await orderUpdate(bench, chargePoint, { ...wish, location });
    const before = ['Downloading', 'Downloaded', 'SignatureVerified', 'Installing', 'InstallRebooting'];
    for (const status of before) await tell(chargePoint, { status, requestId });
    await chargePoint.hangUp();
    const again = await bench.connect(chargePoint.id);
    const request = { chargePointVendor: 'Muster', chargePointModel: 'Wallbox 11', firmwareVersion: '2.0.0' };
    shows('boot', await again.call('BootNotification', request), { status: 'Accepted' });
    await again.call('SecurityEventNotification', { type: 'FirmwareUpdated', timestamp: ago(1) });
    await report(again, 1, 'Available');
    await tell(again, { status: 'Installed', requestId });
    await becomes(bench, command, 'in-effect');
  });
}

/** TC_081: the operator insists on sending what the program has found to be wrong. */
export async function wrongSignature(bench: Bench): Promise<void> {
  await withFirmware(async (location, { certificate, signature }) => {
    const chargePoint = await bench.chargePoint();
    const wrong = { location, certificate, signature: `AAAA${signature.slice(4)}` };
    await refusesUnsent(bench, chargePoint, wrong);
    const { command, requestId } = await orderUpdate(bench, chargePoint, { ...wrong, unchecked: true });
    for (const status of ['Downloading', 'Downloaded', 'InvalidSignature'])
      await tell(chargePoint, { status, requestId });
    await chargePoint.call('SecurityEventNotification', {
      type: 'InvalidFirmwareSignature',
      timestamp: ago(1),
    });
    await becomes(bench, command, 'failed');
  });
}

/** R59: A00.FR.706, what is wrong is found before the station hears of it. */
export async function firmwareChecked(bench: Bench): Promise<void> {
  await withFirmware(async (location, { certificate, signature }) => {
    const chargePoint = await bench.chargePoint();
    const other = await makeRoot({ commonName: 'Somebody else', organisation: 'Nobody' });
    await refusesUnsent(bench, chargePoint, { location, certificate: other.pem, signature });
    await refusesUnsent(bench, chargePoint, { location, certificate: 'no certificate', signature });
    await refusesUnsent(bench, chargePoint, { location: `${location}/elsewhere`, certificate, signature });
    insist('not a word to the station', chargePoint.unasked.length === 0, chargePoint.unasked);
    const { command } = await orderUpdate(bench, chargePoint, { location, certificate, signature });
    await becomes(bench, command, 'accepted');
  });
}

interface FirmwareWish {
  readonly location: string;
  readonly certificate: string;
  readonly signature: string;
  readonly unchecked?: boolean;
}

async function orderUpdate(
  bench: Bench,
  chargePoint: ChargePoint,
  wish: FirmwareWish,
): Promise<{ readonly command: Payload; readonly requestId: number }> {
  const command = await order(bench, chargePoint, { kind: 'signed-update-firmware', ...wish });
  const request = await chargePoint.obeys('SignedUpdateFirmware');
  const { location, certificate: signingCertificate, signature } = wish;
  shows('SignedUpdateFirmware.req', request, { firmware: { location, signingCertificate, signature } });
  return { command, requestId: request.requestId };
}

async function refusesUnsent(bench: Bench, chargePoint: ChargePoint, wish: FirmwareWish): Promise<void> {
  const path = `/stations/${chargePoint.id}/commands`;
  const answer = await bench.attempt('POST', path, { kind: 'signed-update-firmware', ...wish });
  insist('a problem before anything is sent', answer.status >= 400 && answer.status < 500, answer.text);
}

async function tell(
  chargePoint: ChargePoint,
  told: { readonly status: string; readonly requestId: number },
): Promise<void> {
  equals('an answer', await chargePoint.call('SignedFirmwareStatusNotification', told), {});
}

/** A maker's download page for as long as the case runs. */
async function withFirmware(
  work: (location: string, signed: Omit<FirmwareWish, 'location'>) => Promise<void>,
): Promise<void> {
  const maker = await makeRoot({ commonName: 'Muster Firmware', organisation: 'Muster' });
  const page = createServer((request, response) => {
    response.writeHead(request.url === '/firmware.bin' ? 200 : 404).end(FIRMWARE);
  });
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
  const { port } = page.address() as AddressInfo;
  try {
    const signed = { certificate: maker.pem, signature: signatureOf(FIRMWARE, maker) };
    await work(`http://127.0.0.1:${port}/firmware.bin`, signed);
  } finally {
    page.closeAllConnections();
    page.close();
  }
}
