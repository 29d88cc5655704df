import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;

beforeAll(async () => {
  site = await startSite({ config: { stationMessagesPerSecond: 100_000 } });
  station = await site.station('FUZZ');
});
afterAll(() => site.stop());

/** Anything that JSON can hold, with a liking for what breaks programs. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    -1,
    0,
    -0,
    2 ** 53,
    -(2 ** 63),
    1e-9,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '__proto__',
    'x'.repeat(300),
    'x'.repeat(20_000),
    '1970-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '222222017-01-01T00:00:00Z',
    '2026-11-21T05:00:00',
    [],
    {},
    { __proto__: { polluted: true } },
    [[[[[[]]]]]],
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.integer(),
);

function sometimes(usual: unknown) {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: odd });
}

const now = new Date().toISOString();
const sampledValue = fc.record(
  { value: sometimes('1000'), measurand: odd, unit: odd, phase: odd, context: odd, format: odd },
  { requiredKeys: [] },
);
const meterValue = fc.array(
  fc.record({
    timestamp: sometimes(now),
    sampledValue: fc.oneof(fc.array(sampledValue, { maxLength: 3 }), odd),
  }),
  { maxLength: 3 },
);
const optional = { requiredKeys: [] };

const requests: Record<string, fc.Arbitrary<unknown>> = {
  BootNotification: fc.record(
    { chargePointVendor: sometimes('V'), chargePointModel: sometimes('M'), firmwareVersion: odd, iccid: odd },
    optional,
  ),
  StartTransaction: fc.record(
    {
      connectorId: sometimes(1),
      idTag: sometimes('CARD'),
      meterStart: sometimes(0),
      timestamp: sometimes(now),
      reservationId: odd,
    },
    optional,
  ),
  StopTransaction: fc.record(
    {
      transactionId: sometimes(1),
      meterStop: sometimes(100),
      timestamp: sometimes(now),
      idTag: odd,
      reason: odd,
      transactionData: fc.oneof(meterValue, odd),
    },
    optional,
  ),
  MeterValues: fc.record(
    { connectorId: sometimes(1), transactionId: sometimes(1), meterValue: fc.oneof(meterValue, odd) },
    optional,
  ),
};

test.each(Object.keys(requests))(
  '%s is never answered with a CALLERROR, whatever is in it',
  async (action) => {
    const request = requests[action] ?? odd;
    for (const payload of fc.sample(fc.oneof({ weight: 5, arbitrary: request }, odd), {
      numRuns: 500,
      seed: 7,
    })) {
      // The framing is sound: what would not be an object is none of this test's business.
      if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) continue;
      const answer = await station.call(action, payload);
      expect(answer.kind, JSON.stringify(payload).slice(0, 2_000)).toBe('result');
    }
  },
);

test('after all that the site works on', async () => {
  expect(site.errors).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  const other = await site.station('CALM');
  const timestamp = new Date().toISOString();
  const { transactionId } = await other.ok('StartTransaction', {
    connectorId: 1,
    idTag: 'A',
    meterStart: 0,
    timestamp,
  });
  await other.ok('StopTransaction', { transactionId, meterStop: 0, timestamp });
  for (const path of [
    '/overview',
    '/stations',
    '/sessions',
    '/strays',
    '/held-cards',
    '/logbook',
    '/sessions?format=csv-excel',
  ])
    expect((await site.api.get(path)).status, path).toBe(200);
  const { json } = await site.api.get('/sessions?limit=500');
  for (const { id } of json.items.slice(0, 100))
    expect((await site.api.get(`/sessions/${id}`)).status).toBe(200);
});
