import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';

/**
 * What a session is made of. Minutes count back from now, so that every time lies in the past; registers are
 * Wh. The connectors deliver 22 kW at most.
 */
interface Story {
  readonly from?: number;
  readonly to?: number;
  readonly start?: unknown;
  readonly stop?: unknown;
  readonly startTime?: string;
  readonly stopTime?: string;
  /** Samples as minutes ago, register in Wh and, if measured, power in W. */
  readonly samples?: readonly (readonly [number, number | null, number?])[];
}

let site: TestSite;
let count = 0;

beforeAll(async () => {
  site = await startSite({ config: { stationMessagesPerSecond: 10_000 } });
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const lifetime = 909_948;

const impossible: Record<string, Story> = {
  // The register runs back.
  'stops 11 Wh below the start': { start: 1_000, stop: 989 },
  'stops a kilowatt-hour below the start': { start: 50_000, stop: 49_000 },
  'stops far below the start': { start: lifetime, stop: 12 },
  'stops below the start after samples above it': { start: 1_000, stop: 500, samples: [[30, 4_000]] },
  'stops below the last sample': { start: 1_000, stop: 3_000, samples: [[30, 5_000]] },
  'runs back between two samples': {
    start: 0,
    stop: 6_000,
    samples: [
      [40, 5_000],
      [20, 3_000],
    ],
  },
  'starts from 0 again in the middle': {
    start: 1_000,
    stop: 9_000,
    samples: [
      [40, 5_000],
      [30, 20],
    ],
  },
  'starts again, and the stop is below the start': { start: 8_000, stop: 3_000, samples: [[40, 12_000]] },
  // No register where one belongs.
  'stops with -1': { start: 1_000, stop: -1 },
  'stops with -1 after a sample': { start: 1_000, stop: -1, samples: [[10, 5_000]] },
  'stops with 0 on a lifetime register': { start: lifetime, stop: 0 },
  'stops with 0 after a sample': { start: lifetime, stop: 0, samples: [[10, lifetime + 5_000]] },
  'stops with -32768': { start: 1_000, stop: -32_768 },
  'stops with null': { start: 1_000, stop: null },
  'stops with text': { start: 1_000, stop: 'unknown' },
  'stops with a list': { start: 1_000, stop: [5_000] },
  'stops with 2^53': { start: 1_000, stop: 2 ** 53 },
  'starts with -1': { start: -1, stop: 5_000 },
  'starts with -1 and stops at the lifetime': { start: -1, stop: lifetime },
  'starts with null': { start: null, stop: 5_000 },
  'starts with text': { start: 'meter', stop: 5_000 },
  'starts with an object': { start: {}, stop: 5_000 },
  // More than the connector can deliver.
  'draws 30 kWh in an hour': { start: 0, stop: 30_000 },
  'draws 26.6 kWh in an hour': { start: 1_000, stop: 27_600 },
  'draws a thousand times too much': { start: 0, stop: 10_000_000 },
  'draws 2 kWh in a minute': { from: 1, start: 0, stop: 2_000 },
  'draws 600 Wh in no time': { from: 0, start: 0, stop: 600 },
  'draws the lifetime of a meter': { start: 1, stop: lifetime },
  'draws 10 MWh overnight': { from: 600, start: 0, stop: 10_000_000 },
  'jumps by 5 kWh within a minute': {
    start: 0,
    stop: 9_000,
    samples: [
      [30, 2_000],
      [29, 7_000],
    ],
  },
  'jumps right before the stop': { start: 0, stop: 12_000, samples: [[2, 4_000]] },
  'jumps in the first minute': { start: 1_000, stop: 9_000, samples: [[59, 7_000]] },
  'jumps twice': {
    start: 0,
    stop: 20_000,
    samples: [
      [50, 1_000],
      [49, 9_000],
      [20, 11_000],
      [19, 19_000],
    ],
  },
  'jumps far and back': {
    start: 0,
    stop: 6_000,
    samples: [
      [40, 2_000],
      [30, 900_000],
      [20, 3_000],
    ],
  },
  // A baseline that was none.
  'starts at 0 offline, then the lifetime': { start: 0, stop: lifetime },
  'starts at 0, samples show the lifetime': {
    start: 0,
    stop: lifetime + 5_000,
    samples: [
      [59, lifetime],
      [20, lifetime + 3_000],
    ],
  },
  'starts at 0, the lifetime is low': {
    start: 0,
    stop: 13_000,
    samples: [
      [59, 8_000],
      [20, 11_000],
    ],
  },
  'starts at 0, the first sample is late': { start: 0, stop: lifetime + 2_000, samples: [[10, lifetime]] },
  'starts at 0, stops at a new lifetime': { from: 2, start: 0, stop: 4_000 },
  // Units mixed up.
  'reports kWh as Wh': {
    start: 909,
    stop: 919,
    samples: [
      [60, null, 10_000],
      [1, null, 10_000],
    ],
  },
  'reports kWh as Wh at 22 kW': {
    start: 10,
    stop: 32,
    samples: [
      [60, null, 22_000],
      [1, null, 22_000],
    ],
  },
  'reports kWh as Wh over a night': {
    from: 480,
    start: 5,
    stop: 45,
    samples: [
      [480, null, 5_000],
      [1, null, 5_000],
    ],
  },
  'reports Wh as kWh': {
    start: 0,
    stop: 10_000_000,
    samples: [
      [60, null, 10_000],
      [1, null, 10_000],
    ],
  },
  'reports Wh as kWh on a lifetime register': {
    start: 909_948_000,
    stop: 919_948_000,
    samples: [
      [60, null, 10_000],
      [1, null, 10_000],
    ],
  },
  'reports mWh': { start: 0, stop: 9_000_000_000, samples: [[60, null, 9_000]] },
  // Times that cannot be.
  'stops before it starts': { from: 30, to: 60, start: 0, stop: 0 },
  'stops a second before it starts': { from: 30, to: 30.02, start: 0, stop: 50 },
  'stops a day before it starts': { to: 1_500, start: 0, stop: 1_000 },
  'starts in 1970': { startTime: '1970-01-01T00:00:12Z', start: 0, stop: 1_000 },
  'stops in 1970': { stopTime: '1970-01-01T01:00:12Z', start: 0, stop: 1_000 },
  'starts in 0001': { startTime: '0001-01-01T00:00:00Z', start: 0, stop: 1_000 },
  'starts in 2014': { startTime: '2014-12-31T23:59:59Z', start: 0, stop: 1_000 },
  'starts in 2016 and stops now': { startTime: '2016-01-01T00:00:00Z', start: 0, stop: 1_000 },
  'stops in the year 222222017': { stopTime: '222222017-01-01T00:00:00Z', start: 0, stop: 1_000 },
  'stops in 2099': { stopTime: '2099-01-01T00:00:00Z', start: 0, stop: 1_000 },
  'starts in 2099': { startTime: '2099-01-01T00:00:00Z', start: 0, stop: 1_000 },
  'starts on 30 February': { startTime: '2026-02-30T10:00:00Z', start: 0, stop: 1_000 },
  'starts at no time': { startTime: '', start: 0, stop: 1_000 },
  'stops at a word': { stopTime: 'yesterday', start: 0, stop: 1_000 },
  'stops at a local time long ago': { stopTime: '2026-01-05T10:00:00', start: 0, stop: 1_000 },
};

const possible: Record<string, Story> = {
  // The register goes up, or stands.
  'stops 10 Wh below the start, by rounding': { start: 1_000, stop: 990 },
  'stops 1 Wh below the start': { start: 50_000, stop: 49_999 },
  'stops where it started': { start: lifetime, stop: lifetime },
  'stops above samples above the start': { start: 1_000, stop: 5_000, samples: [[30, 4_000]] },
  'stops at the last sample': { start: 1_000, stop: 5_000, samples: [[30, 5_000]] },
  'stops 50 Wh below a sample rounded up': { start: 1_000, stop: 5_050, samples: [[1, 5_100]] },
  'stands still between two samples': {
    start: 0,
    stop: 6_000,
    samples: [
      [40, 5_000],
      [20, 5_000],
    ],
  },
  'counts from 0 in each session': {
    start: 0,
    stop: 8_000,
    samples: [
      [40, 5_000],
      [30, 6_000],
    ],
  },
  // Registers in odd clothes.
  'stops with a fraction': { start: 1_000.5, stop: 5_000.7 },
  'stops with a number as text': { start: '1000', stop: '5000' },
  'starts and stops at 0': { start: 0, stop: 0 },
  'stops at 1': { start: 0, stop: 1 },
  'has a register above 2^31': { start: 3_000_000_000, stop: 3_000_005_000 },
  'has a register near 2^53': { start: 9_007_199_254_700_000, stop: 9_007_199_254_705_000 },
  'starts at 0 without samples': { start: 0, stop: 5_000 },
  'starts at 0 with a sample of 0': {
    start: 0,
    stop: 5_000,
    samples: [
      [59, 0],
      [30, 2_500],
    ],
  },
  'starts at 1': { start: 1, stop: 5_001 },
  'has samples of a session meter on a lifetime register': {
    start: lifetime,
    stop: lifetime + 5_000,
    samples: [
      [30, 2_500],
      [10, 4_000],
    ],
  },
  'has samples without a register': {
    start: 0,
    stop: 5_000,
    samples: [
      [30, null, 5_000],
      [10, null, 5_000],
    ],
  },
  'has a power that is none of its energy, by a half': {
    start: 0,
    stop: 5_000,
    samples: [
      [60, null, 10_000],
      [1, null, 10_000],
    ],
  },
  'has power for a moment and no energy': {
    start: 0,
    stop: 0,
    samples: [
      [60, null, 4_000],
      [59, null, 0],
    ],
  },
  'has a sample of the moment it stops': { start: 0, stop: 5_000, samples: [[0, 5_000]] },
  // As much as the connector can deliver.
  'draws 22 kWh in an hour': { start: 0, stop: 22_000 },
  'draws 26.4 kWh in an hour': { start: 1_000, stop: 27_400 },
  'draws 10 kWh': { start: 0, stop: 10_000 },
  'draws 366 Wh in a minute': { from: 1, start: 0, stop: 366 },
  'draws 90 Wh in no time': { from: 0, start: 0, stop: 90 },
  'draws 1 Wh': { start: lifetime, stop: lifetime + 1 },
  'draws 200 kWh overnight': { from: 600, start: 0, stop: 200_000 },
  'draws 380 Wh within a minute': {
    start: 0,
    stop: 9_000,
    samples: [
      [30, 5_000],
      [29, 5_380],
    ],
  },
  'draws steadily to the stop': { start: 0, stop: 12_000, samples: [[2, 11_600]] },
  'draws at once': { start: 1_000, stop: 9_000, samples: [[59, 1_360]] },
  'draws in two bursts': {
    start: 0,
    stop: 18_100,
    samples: [
      [50, 3_600],
      [40, 3_600],
      [20, 10_900],
      [0, 18_000],
    ],
  },
  'draws, pauses and draws': {
    start: 0,
    stop: 6_000,
    samples: [
      [50, 3_000],
      [30, 3_000],
      [10, 3_000],
    ],
  },
  // Baselines.
  'starts at the lifetime': { start: lifetime, stop: lifetime + 10_000 },
  'starts at the lifetime with samples': {
    start: lifetime,
    stop: lifetime + 5_000,
    samples: [
      [59, lifetime + 80],
      [20, lifetime + 3_000],
    ],
  },
  'starts at 0 and is young': {
    start: 0,
    stop: 8_000,
    samples: [
      [59, 130],
      [20, 5_000],
    ],
  },
  'has its first sample late': {
    start: lifetime,
    stop: lifetime + 20_000,
    samples: [[10, lifetime + 17_000]],
  },
  'is short': { from: 2, start: 0, stop: 700 },
  // Units.
  'reports Wh at 10 kW': {
    start: 909_000,
    stop: 919_000,
    samples: [
      [60, null, 10_000],
      [1, null, 10_000],
    ],
  },
  'reports Wh at 22 kW': {
    start: 0,
    stop: 22_000,
    samples: [
      [60, null, 22_000],
      [1, null, 22_000],
    ],
  },
  'reports Wh over a night': {
    from: 480,
    start: 5_000,
    stop: 45_000,
    samples: [
      [480, null, 5_000],
      [1, null, 5_000],
    ],
  },
  'reports a trickle': {
    start: 0,
    stop: 90,
    samples: [
      [60, null, 90],
      [1, null, 90],
    ],
  },
  'reports a power ten times too high': {
    start: 0,
    stop: 1_000,
    samples: [
      [60, null, 10_000],
      [1, null, 10_000],
    ],
  },
  'reports a power ten times too low': {
    start: 0,
    stop: 10_000,
    samples: [
      [60, null, 1_000],
      [1, null, 1_000],
    ],
  },
  // Times.
  'stops when it starts': { from: 30, to: 30, start: 0, stop: 0 },
  'stops a second after it starts': { from: 30, to: 29.98, start: 0, stop: 50 },
  'lasts a day': { from: 1_500, to: 60, start: 0, stop: 90_000 },
  'lasts five days': { from: 5 * 1_440, start: 0, stop: 60_000 },
  'lasts thirty days': { from: 30 * 1_440, start: 0, stop: 60_000 },
  'began three days ago, offline': { from: 3 * 1_440, to: 3 * 1_440 - 60, start: 0, stop: 5_000 },
  'began last year, offline': { from: 400 * 1_440, to: 400 * 1_440 - 60, start: 0, stop: 5_000 },
  'is written with an offset': {
    startTime: '2026-06-01T10:00:00+02:00',
    stopTime: '2026-06-01T11:00:00+02:00',
    start: 0,
    stop: 1_000,
  },
  'is written with a short offset': {
    startTime: '2026-06-02T10:00:00+02',
    stopTime: '2026-06-02T11:00:00+02',
    start: 0,
    stop: 1_000,
  },
  'is written without seconds': {
    startTime: '2026-06-03T10:00Z',
    stopTime: '2026-06-03T11:00Z',
    start: 0,
    stop: 1_000,
  },
  'is written with a blank': {
    startTime: '2026-06-04 10:00:00Z',
    stopTime: '2026-06-04 11:00:00Z',
    start: 0,
    stop: 1_000,
  },
  'is written in nanoseconds': {
    startTime: '2026-06-05T10:00:00.123456789Z',
    stopTime: '2026-06-05T11:00:00.987654321Z',
    start: 0,
    stop: 1_000,
  },
  'ends on 29 February': {
    startTime: '2024-02-29T10:00:00Z',
    stopTime: '2024-02-29T11:00:00Z',
    start: 0,
    stop: 1_000,
  },
  'crosses the new year': {
    startTime: '2025-12-31T23:30:00Z',
    stopTime: '2026-01-01T00:30:00Z',
    start: 0,
    stop: 1_000,
  },
  'ends a minute ahead of us': { to: -1, start: 0, stop: 1_000 },
};

test('there are sixty of each', () => {
  expect([Object.keys(impossible).length, Object.keys(possible).length]).toEqual([60, 60]);
});

describe('a session is answered, and waits for a decision, that', () => {
  test.each(Object.entries(impossible))('%s', async (_title, story) => {
    const session = await tell(story);
    expect(session).toMatchObject({ state: 'needs-decision', energyWh: null });
    expect(session.doubts.length).toBeGreaterThan(0);
  });
});

describe('a session counts that', () => {
  test.each(Object.entries(possible))('%s', async (_title, story) => {
    const session = await tell(story);
    const energy = Math.floor(Number(story.stop) - Number(story.start));
    expect(session).toMatchObject({ doubts: [], state: 'ended', energyWh: Math.max(0, energy) });
  });
});

/** Tells the server the story and hands out what it made of it. Each session has a connector of its own. */
async function tell(story: Story) {
  count += 1;
  const own = await site.station(`TABLE-${count}`);
  const idTag = `CARD-${count}`;
  const { from = 60, to = 0 } = story;
  const timestamp = story.startTime ?? ago(from);
  const { transactionId } = await own.ok('StartTransaction', {
    connectorId: 1,
    idTag,
    meterStart: story.start,
    timestamp,
  });
  for (const [minutesAgo, wh, watts] of story.samples ?? []) {
    const sampledValue = [
      ...(wh === null ? [] : [{ value: String(wh) }]),
      ...(watts === undefined ? [] : [{ value: String(watts), measurand: 'Power.Active.Import', unit: 'W' }]),
    ];
    const meterValue = [{ timestamp: ago(minutesAgo), sampledValue }];
    await own.ok('MeterValues', { connectorId: 1, transactionId, meterValue });
  }
  const end = story.stopTime ?? ago(to);
  await own.ok('StopTransaction', { transactionId, meterStop: story.stop, timestamp: end });
  own.socket.terminate();
  const { json } = await site.api.get(`/sessions?cardUid=${idTag}`);
  expect(json.items).toHaveLength(1);
  return json.items[0];
}

function ago(minutes: number): string {
  return new Date(Math.round(Date.now() - minutes * 60_000)).toISOString();
}
