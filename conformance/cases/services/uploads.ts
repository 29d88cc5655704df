import type { Bench } from '../../harness/bench.ts';
import { equals, shows } from '../../harness/judge.ts';
import { becomes, order } from '../orders.ts';

const LOCATION = 'ftp://files.example.org/upload/';

/** TC_045_1 and TC_045_2 */
export async function diagnostics(bench: Bench, end: 'Uploaded' | 'UploadFailed'): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const command = await order(bench, chargePoint, { kind: 'get-diagnostics', location: LOCATION });
  const request = await chargePoint.obeys('GetDiagnostics', { fileName: 'diagnostics.zip' });
  shows('GetDiagnostics.req', request, { location: LOCATION });
  for (const status of ['Uploading', end])
    equals('an answer', await chargePoint.call('DiagnosticsStatusNotification', { status }), {});
  await becomes(bench, command, end === 'Uploaded' ? 'in-effect' : 'failed');
}

/** TC_079 */
export async function securityLog(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const wanted = { kind: 'get-log', log: 'SecurityLog', location: LOCATION };
  const command = await order(bench, chargePoint, wanted);
  const request = await chargePoint.obeys('GetLog', { status: 'Accepted', filename: 'security.log' });
  shows('GetLog.req', request, { logType: 'SecurityLog', log: { remoteLocation: LOCATION } });
  const { requestId } = request;
  for (const status of ['Uploading', 'Uploaded'])
    equals('an answer', await chargePoint.call('LogStatusNotification', { status, requestId }), {});
  await becomes(bench, command, 'in-effect');
}
