import { formatTimestamp } from '../../v16/timestamp.ts';
import { once } from './frame-oddities.ts';
import { boot, start, statusFields, stop } from './odd-session.ts';
import { type OddStage, type OddStation, USUAL_SESSION } from './odd-station.ts';

const HOUR_MS = 3_600_000;

/** Odd clocks. */
export const timeOddities: readonly OddStation[] = [
  {
    id: 'local-time',
    title: 'writes the time of its wall without saying so',
    seenAt: 'Growatt THOR (evcc#10399)',
    rows: ['T22', 'Q18'],
    expects: { sessions: [{ state: 'ended', wh: 2_000 }], deviations: ['timestamp-without-zone'] },
    run: (stage) => chargeShortly(stage, (at) => localTime(stage, at)),
  },
  {
    id: 'local-time-with-z',
    title: 'writes the time of its wall and calls it UTC',
    seenAt: 'SteVe#136',
    rows: ['Q18'],
    expects: { sessions: [{ state: 'ended', wh: 2_000 }] },
    run: (stage) =>
      once(stage, async (line) => {
        const write = (at: number) => `${localTime(stage, at)}Z`;
        await boot(line);
        await line.ok('StatusNotification', statusFields('Preparing', { timestamp: write(stage.now()) }));
        const transactionId = await start(line, { timestamp: write(stage.now()) });
        stage.pass(10 * 60_000);
        await stop(line, transactionId, { meterStop: 3_000, timestamp: write(stage.now()) });
      }),
  },
  {
    id: 'short-offset',
    title: 'writes offsets without minutes',
    seenAt: 'Monta emulator #5, #53',
    rows: ['T23'],
    expects: { sessions: [{ state: 'ended', wh: 2_000 }], deviations: ['timestamp-odd-form'] },
    run: (stage) => chargeShortly(stage, (at) => `${formatTimestamp(at + 3 * HOUR_MS).slice(0, 19)}+03`),
  },
  {
    id: 'clock-of-1970',
    title: 'has a clock that was never set',
    seenAt: 'MicroOcpp#311',
    rows: ['T24', 'Q18'],
    expects: { sessions: [{ state: 'needs-decision', wh: 2_000 }] },
    run: (stage) => chargeShortly(stage, (at) => formatTimestamp((at % HOUR_MS) + 9_000)),
  },
  {
    id: 'clock-of-year-one',
    title: 'has a clock that begins in the year 1',
    seenAt: 'ocpp-go#20',
    rows: ['T24'],
    expects: { sessions: [{ state: 'needs-decision', wh: 2_000 }] },
    run: (stage) => chargeShortly(stage, () => '0001-01-01T00:00:00Z'),
  },
  {
    id: 'no-time',
    title: 'leaves the time out of start and stop',
    seenAt: 'several makers',
    rows: ['T24'],
    expects: { sessions: [{ state: 'needs-decision', wh: 2_000 }], deviations: ['timestamp-missing'] },
    run: (stage) => chargeShortly(stage, () => undefined),
  },
  {
    id: 'time-that-is-none',
    title: 'writes a word where a time belongs',
    seenAt: 'several makers',
    rows: ['T24'],
    expects: { sessions: [{ state: 'needs-decision', wh: 2_000 }], deviations: ['timestamp-unreadable'] },
    run: (stage) => chargeShortly(stage, () => 'yesterday'),
  },
  {
    id: 'two-hours-ahead',
    title: 'is two hours ahead until it has heard an answer',
    seenAt: 'SteVe#136',
    rows: ['T24'],
    expects: { sessions: [{ state: 'ended', wh: 2_000 }] },
    run: (stage) =>
      once(stage, async (line) => {
        await boot(line);
        await line.ok('StatusNotification', {
          connectorId: 1,
          errorCode: 'NoError',
          status: 'Preparing',
          timestamp: formatTimestamp(stage.now() + 2 * HOUR_MS),
        });
        const timestamp = formatTimestamp(stage.now() - 10 * 60_000);
        const transactionId = await start(line, { timestamp });
        await stop(line, transactionId, { meterStop: 3_000 });
      }),
  },
  {
    id: 'time-in-nanoseconds',
    title: 'writes nine decimals and small letters',
    seenAt: 'Go implementations',
    rows: ['T23'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) =>
      once(stage, async (line) => {
        const written = (at: number) =>
          formatTimestamp(at)
            .replace(/(?:\.\d+)?Z$/, '.123456789z')
            .toLowerCase();
        const transactionId = await start(line, { timestamp: written(stage.now() - HOUR_MS) });
        await stop(line, transactionId, { timestamp: written(stage.now()) });
      }),
  },
];

/** Ten minutes, 2 kWh: short enough for a time without zone to be about now. */
function chargeShortly(stage: OddStage, write: (at: number) => string | undefined): Promise<void> {
  return once(stage, async (line) => {
    const transactionId = await start(line, { timestamp: write(stage.now() - 10 * 60_000) });
    await stop(line, transactionId, { meterStop: 3_000, timestamp: write(stage.now()) });
  });
}

function localTime({ timeZone }: OddStage, at: number): string {
  return new Date(at).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T');
}
