import { station } from '../cases/orders.ts';
import { type Bench, boot } from '../harness/bench.ts';
import type { ChargePoint, Payload } from '../harness/charge-point.ts';
import { basicHeader } from '../harness/dial.ts';
import { equals, insist, shows } from '../harness/judge.ts';

const PASSWORD = 'sixteen-letters!';

/** R01: whatever the identity holds, it is the last, percent-encoded part of the path. */
export async function oddIdentities(bench: Bench): Promise<void> {
  for (const id of ['R01 HOF 12', 'R01/A/1', 'R01 Säule Süd', 'R01 50% #1?']) {
    const chargePoint = await bench.connect(await bench.adopt(id));
    await boot(chargePoint);
    shows('a station', await station(bench, { id }), { id, online: true });
  }
}

/** R02 */
export async function identityKeepsItsCase(bench: Bench): Promise<void> {
  await bench.adopt('R02-aB');
  shows('an answer', await bench.dial('R02-Ab'), { kind: 'refused', status: 404 });
  await bench.adopt('R02-Ab');
  const [first, second] = [await bench.connect('R02-aB'), await bench.connect('R02-Ab')];
  await boot(second);
  insist('two stations, each with its own line', first.isOpen && second.isOpen);
}

/** R03 */
export async function sloppyAddresses(bench: Bench): Promise<void> {
  const base = bench.site.server.ocppUrl;
  for (const [at, end] of ['/', '//', '?key=1', '/?'].entries()) {
    const id = await bench.adopt(bench.name(String(at)));
    const chargePoint = await bench.connect(id, { url: base + id + end });
    insist(`to be known as ${id}`, (await station(bench, { id })).online === true);
    await boot(chargePoint);
  }
}

/** R04 */
export async function sharedSerialNumber(bench: Bench): Promise<void> {
  const request = { chargePointVendor: 'Muster', chargePointModel: 'Twin', chargePointSerialNumber: 'SN-1' };
  for (const side of ['LEFT', 'RIGHT']) {
    const chargePoint = await bench.connect(await bench.adopt(bench.name(side)));
    shows('BootNotification.conf', await chargePoint.call('BootNotification', request), {
      status: 'Accepted',
    });
  }
  for (const side of ['LEFT', 'RIGHT'])
    shows('a station', await station(bench, { id: bench.name(side) }), {
      online: true,
      serialNumber: 'SN-1',
    });
}

/** R05: an open site says 404; where a password is asked for, nobody can find out which identities there are. */
export async function unknownIdentity(bench: Bench): Promise<void> {
  shows('an open site', await bench.dial('R05-NOBODY'), { kind: 'refused', status: 404 });
  await bench.adopt('R05', { password: PASSWORD });
  for (const [id, password] of [
    ['R05-NOBODY', PASSWORD],
    ['R05-NOBODY', undefined],
    ['R05', 'another password'],
    ['R05', undefined],
  ] as const)
    shows(`${id} with ${password}`, await bench.dial(id, { ...(password && { password }) }), {
      kind: 'refused',
      status: 401,
    });
  await boot(await bench.connect('R05', { password: PASSWORD }));
}

/** R06: security paper A00.FR.204. */
export async function foreignUserName(bench: Bench): Promise<void> {
  await bench.adopt('R06', { password: PASSWORD });
  for (const user of ['R06X', 'r06', 'admin', ''])
    shows(`user “${user}”`, await bench.dial('R06', { user, password: PASSWORD }), { status: 401 });
  await boot(await bench.connect('R06', { password: PASSWORD }));
}

/** R08: some stations send a header with nothing behind the colon. */
export async function emptyPassword(bench: Bench): Promise<void> {
  await bench.adopt('R08-OPEN');
  await boot(await bench.connect('R08-OPEN', { password: '' }));
  await bench.adopt('R08', { password: PASSWORD });
  shows('an empty password', await bench.dial('R08', { password: '' }), { kind: 'refused', status: 401 });
}

/** R09 */
export async function misspeltScheme(bench: Bench): Promise<void> {
  await bench.adopt('R09', { password: PASSWORD });
  const authorization = basicHeader('R09', PASSWORD).replace('Basic ', 'Basic: ');
  const chargePoint = await bench.connect('R09', { headers: { authorization } });
  await boot(chargePoint);
  await showsDeviation(bench, chargePoint, 'basic-scheme-misspelt');
}

/** Waits until the station is shown with this deviation. */
export function showsDeviation(bench: Bench, chargePoint: ChargePoint, kind: string): Promise<Payload> {
  return bench.eventually(`deviation ${kind} to be shown`, async () =>
    (await station(bench, chargePoint)).deviations.find((item: Payload) => item.kind === kind),
  );
}

/** R07: the key as bytes, and as the hexadecimal text that is typed in for it. */
export async function passwordForms(bench: Bench): Promise<void> {
  const key = '00112233445566778899aabbccddeeff0a0b0c0d';
  await bench.adopt('R07-TEXT', { password: key });
  await bench.adopt('R07-BYTES', { password: key });
  const asText = await bench.connect('R07-TEXT', { password: key });
  const asBytes = await bench.connect('R07-BYTES', { password: Buffer.from(key, 'hex') });
  for (const chargePoint of [asText, asBytes]) await boot(chargePoint);
  equals('both lines', [asText.isOpen, asBytes.isOpen], [true, true]);
  // A setting of the station may turn the one into the other; that must not lock it out.
  await (await bench.connect('R07-TEXT', { password: Buffer.from(key, 'hex') })).call('Heartbeat', {});
  await (await bench.connect('R07-BYTES', { password: key })).call('Heartbeat', {});
}
