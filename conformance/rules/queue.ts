import { becomes, order } from '../cases/orders.ts';
import type { Bench } from '../harness/bench.ts';
import type { Payload } from '../harness/charge-point.ts';
import { equals, eventually, insist } from '../harness/judge.ts';

/** R21: the station answers when nobody waits any more. Nothing comes of it, and the next call goes through. */
export async function lateAnswer(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const command = await order(bench, chargePoint, { kind: 'unlock', connectorId: 1 });
  const asked = await chargePoint.isAsked('UnlockConnector');
  // OCPP leaves the time to us: a station has half a minute for an answer.
  const timedOut = async () => {
    const { items } = await bench.get(`/commands?stationId=${chargePoint.id}`);
    return items.find((item: Payload) => item.id === command.id && item.state === 'no-answer');
  };
  const ended: Payload = await eventually('the call to time out', timedOut, { ms: 45_000 });
  asked.answer({ status: 'Unlocked' });
  await chargePoint.call('Heartbeat', {});
  const next = await order(bench, chargePoint, { kind: 'unlock', connectorId: 2 });
  await chargePoint.obeys('UnlockConnector', { status: 'Unlocked' });
  await becomes(bench, next, 'in-effect');
  await becomes(bench, ended, 'no-answer');
}

/** R23: one open call per station, in order, and nobody waits for another's answer. */
export async function oneCallAtATime(bench: Bench): Promise<void> {
  const slow = await bench.chargePoint('SLOW');
  const quick = await bench.chargePoint('QUICK');
  const commands: Payload[] = [];
  for (const connectorId of [1, 2, 3])
    commands.push(await order(bench, slow, { kind: 'unlock', connectorId }));
  const first = await slow.isAsked('UnlockConnector');
  const other = await order(bench, quick, { kind: 'unlock', connectorId: 1 });
  await quick.obeys('UnlockConnector', { status: 'Unlocked' });
  await becomes(bench, other, 'in-effect');
  await slow.call('Heartbeat', {});
  insist('no second call before the first is answered', slow.unasked.length === 0, slow.unasked);
  first.answer({ status: 'Unlocked' });
  const asked = [first.payload];
  for (let count = 0; count < 2; count++)
    asked.push(await slow.obeys('UnlockConnector', { status: 'Unlocked' }));
  equals(
    'the order of the calls',
    asked.map(({ connectorId }) => connectorId),
    [1, 2, 3],
  );
  for (const command of commands) await becomes(bench, command, 'in-effect');
}
