import { type Bench, boot } from '../../harness/bench.ts';
import { equals, insist, shows } from '../../harness/judge.ts';
import { overTls, PASSWORD, tlsDoor } from './secured-station.ts';

/** TC_085 */
export async function basicAuthentication(bench: Bench): Promise<void> {
  const id = await bench.adopt(bench.name(), { password: PASSWORD });
  shows('no Authorization header', await bench.dial(id), { kind: 'refused', status: 401 });
  await boot(await bench.connect(id, { password: PASSWORD }));
}

/** TC_073 */
export async function newPassword(bench: Bench): Promise<void> {
  const id = await bench.adopt(bench.name(), { password: PASSWORD });
  const chargePoint = await bench.connect(id, { password: PASSWORD });
  await boot(chargePoint);
  const [told, request] = await Promise.all([
    bench.post(`/stations/${id}/security/key`),
    chargePoint.obeys('ChangeConfiguration'),
  ]);
  shows('ChangeConfiguration.req', request, { key: 'AuthorizationKey' });
  insist(
    '16 to 20 bytes as hexadecimal digits',
    /^([0-9a-f]{2}){16,20}$/i.test(request.value),
    request.value.length,
  );
  equals('what the operator is told', told, { outcome: 'accepted' });
  await chargePoint.hangUp();
  const password = Buffer.from(request.value, 'hex');
  const again = await bench.connect(id, { password });
  await again.call('Heartbeat', {});
  await again.hangUp();
  shows('the old password', await bench.dial(id, { password: PASSWORD }), { kind: 'refused', status: 401 });
}

/** TC_083: from a password to a password over TLS. */
export async function profileUpgrade(bench: Bench): Promise<void> {
  const door = await tlsDoor(bench);
  const id = await bench.adopt(bench.name(), { password: PASSWORD });
  const chargePoint = await bench.connect(id, { password: PASSWORD });
  await boot(chargePoint);
  const upgrade = bench.post(`/stations/${id}/security/upgrade`, { profile: 2 });
  const [told, request] = await Promise.all([
    upgrade,
    chargePoint.obeys('ChangeConfiguration').then(async (asked) => {
      shows('Reset.req', await chargePoint.obeys('Reset'), { type: 'Hard' });
      return asked;
    }),
  ]);
  equals('ChangeConfiguration.req', request, { key: 'SecurityProfile', value: '2' });
  equals('what the operator is told', told, { outcome: 'accepted' });
  await chargePoint.hangUp();
  const secured = await bench.connect(id, overTls(door, id, { password: PASSWORD }));
  await boot(secured);
  await secured.hangUp();
  shows('the lower profile', (await bench.dial(id, { password: PASSWORD })).kind, 'refused');
  await boot(await bench.connect(id, overTls(door, id, { password: PASSWORD })));
}
