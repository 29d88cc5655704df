import { afterEach, expect, test } from 'vitest';
import { pick, type Random, seededRandom } from './simulator/random.ts';
import { connectRaw, type RawStation, startTestServer, type TestServer, until } from './test-server.ts';
import { isNeverRefused } from './v16/actions.ts';

const FRAMES = 20_000;
const at = '2026-11-21T12:00:00Z';

let site: TestServer;

afterEach(() => site.server.close());

test('20,000 damaged frames crash nothing, refuse no billing data and leave the neighbour undisturbed', async () => {
  const failures: unknown[] = [];
  const note = (error: unknown) => failures.push(error);
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
  const unlimited = Number.POSITIVE_INFINITY;
  site = await startTestServer({ limits: { messagesPerSecond: unlimited, unreadableFrames: unlimited } });
  const neighbour = await connectRaw(`${site.url}NEIGHBOUR`);
  const random = seededRandom(42);
  let longestWaitMs = 0;

  const attacker = await connectRaw(`${site.url}ATTACKER`);
  for (let sent = 0; sent < FRAMES; sent++) {
    attacker.socket.send(mutated(random));
    if (sent % 500 === 0) longestWaitMs = Math.max(longestWaitMs, await heartbeat(neighbour));
  }
  await heartbeat(attacker, 'the last one');
  process.off('uncaughtException', note);
  process.off('unhandledRejection', note);

  expect(failures).toEqual([]);
  expect(site.traffic.filter(({ kind }) => kind === 'handler-failed')).toEqual([]);
  expect(longestWaitMs).toBeLessThan(1_000);
  const refused = site.traffic.filter((traffic) => traffic.kind === 'refused-call');
  expect(refused.length).toBeGreaterThan(500);
  expect(refused.filter(({ action }) => isNeverRefused(action))).toEqual([]);
  expect(site.calls.filter(({ call }) => call.validity === 'invalid').length).toBeGreaterThan(500);
  expect(site.closed).toEqual([]);
  neighbour.socket.terminate();
  attacker.socket.terminate();
});

/** How long the answer to a heartbeat takes. */
async function heartbeat({ socket, received }: RawStation, id = 'n'): Promise<number> {
  const startedAt = performance.now();
  const before = received.length;
  socket.send(`[2,"${id}","Heartbeat",{}]`);
  await until(() => received.length > before && received.at(-1)?.startsWith(`[3,"${id}"`) === true);
  return performance.now() - startedAt;
}

const frames = [
  '[2,"1","Heartbeat",{}]',
  '[2,"1","Authorize",{"idTag":"CARD"}]',
  '[2,"1","BootNotification",{"chargePointVendor":"V","chargePointModel":"M"}]',
  '[2,"1","StatusNotification",{"connectorId":1,"errorCode":"NoError","status":"Available"}]',
  `[2,"1","StartTransaction",{"connectorId":1,"idTag":"CARD","meterStart":1,"timestamp":"${at}"}]`,
  `[2,"1","StopTransaction",{"transactionId":1,"meterStop":1,"timestamp":"${at}"}]`,
  `[2,"1","MeterValues",{"connectorId":1,"meterValue":[{"timestamp":"${at}","sampledValue":[{"value":"1"}]}]}]`,
  '[3,"1",{"status":"Accepted"}]',
  '[4,"1","GenericError","",{}]',
] as const;

const splinters = [
  '"',
  '\\',
  '[',
  ']',
  '{',
  '}',
  ',',
  'null',
  '-1',
  '1e400',
  '9007199254740993',
  '"\\u0000"',
  '{"__proto__":{"x":1}}',
  '"constructor"',
  '[[[[[[[[[[[[[[[[[[[[',
  '\ufeff',
  '\u202e',
  '"x":',
] as const;

/** A frame with one to three places cut, doubled, or pierced by a splinter. */
function mutated(random: Random): string {
  let frame: string = pick(random, frames);
  for (let wounds = 1 + Math.floor(random() * 3); wounds > 0; wounds--) {
    const from = Math.floor(random() * frame.length);
    const to = from + Math.floor(random() * 12);
    const before = frame.slice(0, from);
    const middle = pick(random, ['', pick(random, splinters), frame.slice(from, to).repeat(2)]);
    frame = before + middle + frame.slice(to);
  }
  return frame;
}
