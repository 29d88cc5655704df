import { authorize, start } from '../cases/charging.ts';
import { station } from '../cases/orders.ts';
import { type Bench, boot, report } from '../harness/bench.ts';
import type { Payload } from '../harness/charge-point.ts';
import { insist, shows } from '../harness/judge.ts';

const HOUR = 3_600_000;

/** R26: whoever was accepted once stays accepted, over reconnects and a restart of the program. */
export async function reconnectWithoutBoot(bench: Bench): Promise<void> {
  const idTag = await bench.card();
  const chargePoint = await bench.chargePoint();
  await chargePoint.hangUp();
  const again = await bench.connect(chargePoint.id);
  await report(again, 1, 'Preparing');
  await authorize(again, idTag);
  await bench.site.restart();
  const afterRestart = await bench.connect(chargePoint.id);
  await authorize(afterRestart, idTag);
  await start(afterRestart, { idTag });
}

/** R29: a station that says as rarely as we asked that it lives is a living station. */
export async function interval(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const { interval: seconds } = await boot(chargePoint);
  insist('an interval from a minute to a day', seconds >= 60 && seconds <= 86_400, seconds);
  for (let passed = 0; passed < HOUR; passed += seconds * 1_000) {
    bench.site.clock.advance(seconds * 1_000);
    bench.site.server.resumed();
    await chargePoint.call('Heartbeat', {});
  }
  shows('the station', await station(bench, chargePoint), { online: true });
  const { items } = await bench.get(`/logbook?stationId=${chargePoint.id}`);
  const alarms = items.filter(({ level }: Payload) => level !== 'info');
  insist('no alarm', alarms.length === 0, alarms);
}

/** R30: the station sets its clock by these words. */
export async function timeInUtc(bench: Bench): Promise<void> {
  const chargePoint = await bench.connect(await bench.adopt());
  const { currentTime } = await boot(chargePoint);
  const { currentTime: later } = await chargePoint.call('Heartbeat', {});
  for (const text of [currentTime, later]) {
    insist('a time in UTC with Z', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(text), text);
    insist('the time of now', Math.abs(Date.parse(text) - Date.now()) < 60_000, text);
  }
}
