import { type Bench, boot } from '../../harness/bench.ts';
import { equals, insist } from '../../harness/judge.ts';

/** TC_088 */
export async function subprotocol(bench: Bench): Promise<void> {
  const id = await bench.adopt();
  const wrong = await bench.dial(id, { protocols: ['ocpp0.1'] });
  insist('no upgrade', wrong.kind === 'refused', wrong.kind);
  const chargePoint = await bench.connect(id, { protocols: ['ocpp0.1', 'ocpp1.6'] });
  equals('Sec-WebSocket-Protocol', chargePoint.socket.protocol, 'ocpp1.6');
  await boot(chargePoint);
}
