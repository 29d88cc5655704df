import type { Bench } from '../../harness/bench.ts';
import type { ChargePoint, Payload } from '../../harness/charge-point.ts';
import { equals, insist, shows } from '../../harness/judge.ts';
import { becomes, obeyed, order } from '../orders.ts';

/** TC_042_1 (-1: no list at all) and TC_042_2 (0: an empty one). */
export async function listVersion(bench: Bench, listVersion: number): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const [answer, request] = await Promise.all([
    bench.post(`/stations/${chargePoint.id}/local-list/version`),
    chargePoint.obeys('GetLocalListVersion', { listVersion }),
  ]);
  equals('GetLocalListVersion.req', request, {});
  shows('what the operator is told', answer, { version: listVersion });
}

/** TC_043_1 and TC_043_3 */
export async function listRefused(bench: Bench, status: 'NotSupported' | 'Failed'): Promise<void> {
  const chargePoint = await bench.chargePoint();
  await bench.card();
  const command = await order(bench, chargePoint, { kind: 'send-local-list', whole: true });
  shows('SendLocalList.req', await chargePoint.obeys('SendLocalList', { status }), { updateType: 'Full' });
  const ended = await becomes(bench, command, 'rejected');
  insist(`${status} to be shown`, ended.answer === status, ended);
}

/** TC_043_4 */
export async function wholeList(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const uids = [await bench.card('A'), await bench.card('B')];
  const request = await sendList(bench, chargePoint, { whole: true });
  equals('cards', request.localAuthorizationList.map(({ idTag }: Payload) => idTag).toSorted(), uids);
}

/** TC_043_5 */
export async function differentialList(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  await bench.card('A');
  const before = await sendList(bench, chargePoint, { whole: true });
  const added = await bench.card('B');
  const after = await sendList(bench, chargePoint, { whole: false });
  insist('a greater version', after.listVersion > before.listVersion, after);
  equals(
    'the new card only',
    after.localAuthorizationList.map(({ idTag }: Payload) => idTag),
    [added],
  );
}

/** Orders the list, lets the station take it, and gives the request: a version above 0, and what each card may. */
export async function sendList(
  bench: Bench,
  chargePoint: ChargePoint,
  { whole }: { readonly whole: boolean },
): Promise<Payload> {
  const { payload } = await obeyed(
    { bench, chargePoint },
    { order: { kind: 'send-local-list', whole }, action: 'SendLocalList', state: 'in-effect' },
  );
  shows('SendLocalList.req', payload, { updateType: whole ? 'Full' : 'Differential' });
  insist('a version above 0', payload.listVersion > 0, payload);
  for (const entry of payload.localAuthorizationList)
    insist('idTagInfo with every card', entry.idTagInfo?.status === 'Accepted', entry);
  return payload;
}
