import { once } from './frame-oddities.ts';
import { ago, boot, type Fields, start, stop, valueFields } from './odd-session.ts';
import { type OddStage, type OddStation, USUAL_SESSION } from './odd-station.ts';

const ENERGY = 'Energy.Active.Import.Register';
const LIFETIME_WH = 909_948;

/** Odd meters. */
export const meterOddities: readonly OddStation[] = [
  {
    id: 'stop-register-minus-one',
    title: 'stops with -1 where the register belongs',
    seenAt: 'ocpp-go#114',
    rows: ['T32'],
    expects: { sessions: [{ state: 'needs-decision', wh: 4_000, doubt: 'no-stop-register' }] },
    run: (stage) => tell(stage, { stop: -1, samples: [[10, [energy(5_000)]]] }),
  },
  {
    id: 'stop-register-zero',
    title: 'stops with 0 where the register belongs',
    seenAt: 'ocpp-go#114',
    rows: ['T32'],
    expects: { sessions: [{ state: 'needs-decision', wh: 4_000, doubt: 'no-stop-register' }] },
    run: (stage) => tell(stage, { stop: 0, samples: [[10, [energy(5_000)]]] }),
  },
  {
    id: 'one-below-start',
    title: 'stops one watt-hour below its start',
    seenAt: 'Huawei (#1810)',
    rows: ['T32', 'Q42'],
    expects: { sessions: [{ state: 'ended', wh: 0 }] },
    run: (stage) => tell(stage, { stop: 999 }),
  },
  {
    id: 'kilowatt-hours-as-wh',
    title: 'writes kilowatt-hours into fields for watt-hours',
    seenAt: 'OpenEVSE (openevse#703)',
    rows: ['T33', 'Q14'],
    expects: { sessions: [{ state: 'needs-decision', wh: 10, doubt: 'unit-mixed-up' }] },
    run: (stage) => tell(stage, { start: 909, stop: 919, samples: powers(10_000) }),
  },
  {
    id: 'wh-as-kilowatt-hours',
    title: 'labels watt-hours as kilowatt-hours',
    seenAt: 'OpenEVSE (openevse#703)',
    rows: ['T33'],
    expects: { sessions: [{ state: 'needs-decision', doubt: 'unit-mixed-up' }] },
    run: (stage) => tell(stage, { start: 0, stop: 10_000_000, samples: powers(10_000) }),
  },
  {
    id: 'baseline-zero',
    title: 'starts at 0 while offline and goes on with the register of a lifetime',
    seenAt: 'Iocharger (CitrineOS PR #1060)',
    rows: ['T34'],
    expects: { sessions: [{ state: 'needs-decision', doubt: 'baseline' }] },
    run: (stage) =>
      tell(stage, { start: 0, stop: LIFETIME_WH + 5_000, samples: [[59, [energy(LIFETIME_WH)]]] }),
  },
  {
    id: 'meter-of-a-session',
    title: 'counts from 0 in each session',
    seenAt: 'Java-OCA#331, Vestel, Grizzl-E',
    rows: ['T35', 'Q42'],
    expects: { sessions: [USUAL_SESSION, { state: 'ended', wh: 3_000 }] },
    async run(stage) {
      await tell(stage, { from: 130, to: 70, start: 0, stop: 5_000 });
      await tell(stage, { start: 0, stop: 3_000 });
    },
  },
  {
    id: 'meter-of-a-boot',
    title: 'counts from 0 after each boot',
    seenAt: 'OpenEVSE (openevse#224), lbbrhzn#1069',
    rows: ['T35', 'Q42'],
    expects: { sessions: [USUAL_SESSION, { state: 'ended', wh: 3_000 }] },
    async run(stage) {
      await tell(stage, { from: 130, to: 70, start: 40_000, stop: 45_000 });
      await once(stage, (line) => boot(line));
      await tell(stage, { start: 0, stop: 3_000 });
    },
  },
  {
    id: 'energy-per-phase',
    title: 'measures energy and power per phase only, and nothing while idle',
    seenAt: 'lbbrhzn PR #1943, Mennekes ACU',
    rows: ['T36'],
    expects: { sessions: [USUAL_SESSION], deviations: ['phase-sum-only'] },
    run: (stage) =>
      tell(stage, {
        stop: 6_000,
        samples: [
          [40, ['L1', 'L2', 'L3'].map((phase) => ({ ...energy(1_000), phase }))],
          [20, [{ value: '16', measurand: 'Current.Import', phase: 'L1' }]],
        ],
      }),
  },
  {
    id: 'no-samples',
    title: 'takes every wish for meter values and never sends one',
    seenAt: 'Wallbox (evcc#28541)',
    rows: ['T37'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) => tell(stage, { stop: 6_000 }),
  },
  {
    id: 'connector-zero-sum',
    title: 'sends sums of all its connectors as connector 0',
    seenAt: 'KEBA with satellites (OCPP.Core)',
    rows: ['Q40'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) =>
      once(stage, async (line) => {
        const transactionId = await start(line);
        const meterValue = [{ timestamp: ago(stage, 30), sampledValue: [energy(99_000_000)] }];
        await line.ok('MeterValues', { connectorId: 0, meterValue });
        await stop(line, transactionId);
      }),
  },
  {
    id: 'thousands-of-values',
    title: 'repeats every sample of the session in its stop',
    seenAt: 'stations with StopTxnSampledData',
    rows: ['Q46'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) =>
      once(stage, async (line) => {
        const transactionId = await start(line);
        const transactionData = Array.from({ length: 2_000 }, (_, index) => ({
          timestamp: ago(stage, 60 - (index * 60) / 2_000),
          sampledValue: [energy(1_000 + Math.floor((index * 5_000) / 2_000))],
        }));
        await stop(line, transactionId, { transactionData });
      }),
  },
];

interface Story {
  readonly from?: number;
  readonly to?: number;
  readonly start?: number;
  readonly stop: number;
  /** Minutes ago, and what was measured then. */
  readonly samples?: readonly (readonly [number, readonly Fields[]])[];
}

function tell(stage: OddStage, story: Story): Promise<void> {
  return once(stage, async (line) => {
    const { from = 60, to = 0 } = story;
    const transactionId = await start(line, {
      meterStart: story.start ?? 1_000,
      timestamp: ago(stage, from),
    });
    for (const sample of story.samples ?? [])
      await line.ok('MeterValues', valueFields(stage, transactionId, [sample]));
    await stop(line, transactionId, { meterStop: story.stop, timestamp: ago(stage, to) });
  });
}

function energy(wh: number): Fields {
  return { value: String(wh), measurand: ENERGY, unit: 'Wh' };
}

function powers(watts: number): NonNullable<Story['samples']> {
  const measured = [{ value: String(watts), measurand: 'Power.Active.Import', unit: 'W' }];
  return [
    [60, measured],
    [1, measured],
  ];
}
