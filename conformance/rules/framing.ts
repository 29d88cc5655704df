import { becomes, order } from '../cases/orders.ts';
import type { Bench } from '../harness/bench.ts';
import type { ChargePoint } from '../harness/charge-point.ts';
import { equals, eventually, insist, shows } from '../harness/judge.ts';
import { showsDeviation } from './identity.ts';

/** R11 */
export async function binaryFrame(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  chargePoint.socket.send(Buffer.from('[2,"1","Heartbeat",{}]'), { binary: true });
  equals('close code', await chargePoint.closed, 1003);
}

/** R12: there is no id to answer to; five in a row are no station. */
export async function notJson(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  for (const text of ['', 'hello', '{"a":', 'Heartbeat']) chargePoint.sendText(text);
  await chargePoint.call('Heartbeat', {});
  for (const text of ['', 'hello', '{"a":', 'Heartbeat', '[2,"1",']) chargePoint.sendText(text);
  equals('close code', await chargePoint.closed, 1008);
}

/** R13 */
export async function wrongLength(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  await isRefused(chargePoint, { text: '[2,"short","Heartbeat"]', id: 'short', code: 'FormationViolation' });
  await isRefused(chargePoint, {
    text: '[2,"long","Heartbeat",{},{}]',
    id: 'long',
    code: 'FormationViolation',
  });
  for (const text of ['[]', '[2]', '[3,"x"]']) chargePoint.sendText(text);
  await chargePoint.call('Heartbeat', {});
}

/** R14 */
export async function unknownMessageType(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const before = chargePoint.heard.length;
  for (const text of ['[1,"a","Heartbeat",{}]', '[9,"b",{}]', '["2","c","Heartbeat",{}]', '[null,"d",{}]'])
    chargePoint.sendText(text);
  await chargePoint.call('Heartbeat', {});
  equals('frames that came', chargePoint.heard.length, before + 1);
}

/** R15: an id is echoed as it came, and what is odd about it is shown. */
export async function oddMessageIds(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const long = 'x'.repeat(60);
  for (const id of ['4711', '""', `"${long}"`]) {
    const answer = chargePoint.heard.length;
    chargePoint.sendText(`[2,${id},"Heartbeat",{}]`);
    const heard = await eventually('an answer', () => chargePoint.heard[answer], bench.patience);
    insist(`an answer to ${id}`, heard.startsWith(`[3,${id},`), heard);
  }
  for (const kind of ['message-id-number', 'message-id-empty', 'message-id-too-long'])
    await showsDeviation(bench, chargePoint, kind);
}

/** R16 */
export async function unknownAction(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  for (const action of ['MakeCoffee', 'constructor', 'NotifyReport'])
    shows(action, await chargePoint.attempt(action, {}), { kind: 'error', code: 'NotImplemented' });
}

/** R17: known to the standard, but nothing that a station may ask of us. */
export async function unsupportedAction(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  for (const [action, payload] of [
    ['Reset', { type: 'Soft' }],
    ['UnlockConnector', { connectorId: 1 }],
    ['GetConfiguration', {}],
  ] as const)
    shows(action, await chargePoint.attempt(action, payload), { kind: 'error', code: 'NotSupported' });
}

/** R18 */
export async function actionInWrongCase(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  for (const action of ['heartbeat', 'HEARTBEAT', 'bootNotification'])
    shows(action, await chargePoint.attempt(action, {}), { kind: 'error', code: 'NotImplemented' });
}

/** R19: OCPP-J 1.6 §4.2.1, null and {} both mean that there are no fields. */
export async function nullPayload(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const { currentTime } = await chargePoint.call('Heartbeat', null);
  insist('the time', Date.parse(currentTime) > 0, currentTime);
  const command = await order(bench, chargePoint, { kind: 'unlock', connectorId: 1 });
  const asked = await chargePoint.isAsked('UnlockConnector');
  asked.answerText(`[3,"${asked.messageId}",null]`);
  await becomes(bench, command, 'failed');
}

/** R20 */
export async function unaskedAnswer(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  for (let count = 0; count < 20; count++)
    chargePoint.sendText(`[3,"never-asked-${count}",{"status":"Accepted"}]`);
  chargePoint.sendText('[4,"never-asked","InternalError","",{}]');
  await chargePoint.call('Heartbeat', {});
  insist('the line to stay', chargePoint.isOpen);
}

/** R22 */
export async function errorWithoutDetails(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  for (const rest of ['"NotSupported"', '"GenericError",""', '"NotImplemented","no",{}']) {
    const command = await order(bench, chargePoint, { kind: 'unlock', connectorId: 1 });
    const asked = await chargePoint.isAsked('UnlockConnector');
    asked.answerText(`[4,"${asked.messageId}",${rest}]`);
    await becomes(bench, command, 'failed');
  }
  await showsDeviation(bench, chargePoint, 'error-incomplete');
}

/** R24 */
export async function crossingCalls(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const command = await order(bench, chargePoint, { kind: 'unlock', connectorId: 1 });
  const asked = await chargePoint.isAsked('UnlockConnector');
  await chargePoint.call('Heartbeat', {});
  await chargePoint.call('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Preparing' });
  asked.answer({ status: 'Unlocked' });
  await becomes(bench, command, 'in-effect');
}

async function isRefused(
  chargePoint: ChargePoint,
  { text, id, code }: { readonly text: string; readonly id: string; readonly code: string },
): Promise<void> {
  const before = chargePoint.heard.length;
  chargePoint.sendText(text);
  const heard = await eventually(`a CALLERROR to ${text}`, () => chargePoint.heard[before], { ms: 10_000 });
  const frame: unknown[] = JSON.parse(heard);
  equals('CALLERROR', [...frame.slice(0, 3), frame.length, frame[4]], [4, id, code, 5, {}]);
}
