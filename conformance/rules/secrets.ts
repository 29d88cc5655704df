import {
  overTls,
  PASSWORD,
  renewCertificate,
  requireProfile,
  type TlsDoor,
  tlsDoor,
} from '../cases/security/secured-station.ts';
import { type Bench, boot } from '../harness/bench.ts';
import { makeRequest, makeRoot } from '../harness/certificates.ts';
import type { Payload } from '../harness/charge-point.ts';
import { insist, shows } from '../harness/judge.ts';

const DAY = 86_400_000;

/** R10: A05.FR.09; what is required is in the store, not in memory. */
export async function downgradeRefused(bench: Bench): Promise<void> {
  const id = await bench.adopt(bench.name(), { password: PASSWORD });
  await requireProfile(bench, id, 2);
  for (const round of ['before', 'after']) {
    const door = await tlsDoor(bench);
    shows(`profile 1 ${round} the restart`, (await bench.dial(id, { password: PASSWORD })).kind, 'refused');
    shows(`profile 0 ${round} the restart`, (await bench.dial(id)).kind, 'refused');
    const chargePoint = await bench.connect(id, overTls(door, id, { password: PASSWORD }));
    await boot(chargePoint);
    if (round === 'before') await bench.site.restart();
  }
}

/** R57: nobody knows whether the station has the new key: both open the door until one is proven. */
export async function keyWithoutAnswer(bench: Bench): Promise<void> {
  for (const proven of ['new', 'old'] as const) {
    const id = await bench.adopt(bench.name(proven.toUpperCase()), { password: PASSWORD });
    const chargePoint = await bench.connect(id, { password: PASSWORD });
    await boot(chargePoint);
    const [told, key] = await Promise.all([
      bench.post(`/stations/${id}/security/key`),
      chargePoint.isAsked('ChangeConfiguration').then(({ payload }) => {
        chargePoint.socket.terminate();
        return Buffer.from(payload.value, 'hex');
      }),
    ]);
    shows('what the operator is told', told, { outcome: 'no-answer' });
    const [right, wrong] = proven === 'new' ? [key, PASSWORD] : [PASSWORD, key];
    const again = await bench.connect(id, { password: right });
    await again.call('Heartbeat', {});
    await again.hangUp();
    const other = await bench.dial(id, { password: wrong });
    shows(`the ${proven === 'new' ? 'old' : 'new'} key`, other, { kind: 'refused', status: 401 });
    await bench.connect(id, { password: right });
  }
}

/** R58 */
export async function wrongCertificates(bench: Bench): Promise<void> {
  const door = await tlsDoor(bench);
  const victim = await secured(bench, door, 'VICTIM');
  const other = await secured(bench, door, 'OTHER');
  const foreign = await makeRoot({ commonName: victim.id, organisation: door.organisation });
  await isRefused(bench, door, { ...victim, certificate: { cert: foreign.pem, key: foreign.key } });
  await isRefused(bench, door, { ...victim, certificate: other.certificate });
  await wrongRequests(bench, door, victim);
  const { certificates } = await bench.get(`/stations/${other.id}/security`);
  const { serial } = certificates.find((one: Payload) => one.inForce);
  await bench.post(`/station-certificates/${serial}/revoke`);
  await isRefused(bench, door, other);
  await (await bench.connect(victim.id, overTls(door, victim.id, victim))).hangUp();
  const { items } = await bench.get('/logbook?limit=200');
  const refusals = items.filter(({ kind }: Payload) => kind === 'connection-refused');
  insist('each kind of refusal in the logbook', refusals.length >= 3, items);
  bench.site.clock.advance(1_000 * DAY);
  await isRefused(bench, door, victim);
}

interface Secured {
  readonly id: string;
  readonly certificate: { readonly cert: string; readonly key: string };
}

/** A station that proves itself with a certificate. */
async function secured(bench: Bench, door: TlsDoor, suffix: string): Promise<Secured> {
  const chargePoint = await bench.chargePoint(suffix);
  chargePoint.always('ChangeConfiguration', () => ({ status: 'Accepted' }));
  const certificate = await renewCertificate(bench, chargePoint, { kind: 'ecdsa', door });
  await requireProfile(bench, chargePoint.id, 3);
  await chargePoint.hangUp();
  return { id: chargePoint.id, certificate };
}

async function isRefused(bench: Bench, door: TlsDoor, { id, certificate }: Secured): Promise<void> {
  const { kind } = await bench.dial(id, overTls(door, id, { certificate }));
  insist(`${id} to be refused`, kind !== 'open', kind);
}

/** What names another station or another operator is not signed in the first place. */
async function wrongRequests(bench: Bench, door: TlsDoor, victim: Secured): Promise<void> {
  const chargePoint = await bench.connect(victim.id, overTls(door, victim.id, victim));
  for (const subject of [
    { commonName: 'ANOTHER', organisation: door.organisation },
    { commonName: victim.id, organisation: 'Another operator' },
  ]) {
    const { pem: csr } = await makeRequest('ecdsa', subject);
    shows('SignCertificate.conf', await chargePoint.call('SignCertificate', { csr }), { status: 'Rejected' });
  }
  await chargePoint.hangUp();
}
