import { type Bench, report } from '../../harness/bench.ts';
import type { ChargePoint } from '../../harness/charge-point.ts';
import { equals } from '../../harness/judge.ts';
import { ago } from '../charging.ts';
import { becomes, obeyed, order } from '../orders.ts';

type Say = (chargePoint: ChargePoint) => Promise<unknown>;

/** TC_054 */
export async function triggers(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const meterValue = [{ timestamp: ago(0), sampledValue: [{ value: '1200', context: 'Trigger' }] }];
  const wanted: readonly (readonly [message: string, connectorId: number | null, say: Say])[] = [
    ['MeterValues', 1, (station) => station.call('MeterValues', { connectorId: 1, meterValue })],
    ['Heartbeat', null, (station) => station.call('Heartbeat', {})],
    ['StatusNotification', 1, (station) => report(station, 1, 'Available')],
    [
      'DiagnosticsStatusNotification',
      null,
      (station) => station.call('DiagnosticsStatusNotification', { status: 'Idle' }),
    ],
    [
      'FirmwareStatusNotification',
      null,
      (station) => station.call('FirmwareStatusNotification', { status: 'Idle' }),
    ],
  ];
  for (const [message, connectorId, say] of wanted) {
    const where = connectorId === null ? {} : { connectorId };
    const { payload, command } = await obeyed(
      { bench, chargePoint },
      { order: { kind: 'trigger', message, ...where }, action: 'TriggerMessage', state: 'accepted' },
    );
    equals('TriggerMessage.req', payload, { requestedMessage: message, ...where });
    await say(chargePoint);
    await becomes(bench, command, 'in-effect');
  }
  const last = await order(bench, chargePoint, { kind: 'trigger', message: 'FirmwareStatusNotification' });
  await chargePoint.obeys('TriggerMessage', { status: 'NotImplemented' });
  await becomes(bench, last, 'rejected');
}

/** TC_055 */
export async function triggerRejected(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const { payload } = await obeyed(
    { bench, chargePoint },
    {
      order: { kind: 'trigger', message: 'MeterValues', connectorId: 1 },
      action: 'TriggerMessage',
      answer: { status: 'Rejected' },
      state: 'rejected',
    },
  );
  equals('TriggerMessage.req', payload, { requestedMessage: 'MeterValues', connectorId: 1 });
}
