import { openOddLine } from './odd-line.ts';
import { boot, start, stop } from './odd-session.ts';
import { type OddStage, type OddStation, USUAL_SESSION } from './odd-station.ts';

/** Odd ways to be limited. */
export const limitOddities: readonly OddStation[] = [
  {
    id: 'stack-level-zero-only',
    title: 'takes charging profiles on stack level 0 only',
    seenAt: 'ABB TAC, Wallbox firmware 5 (evcc#4957)',
    rows: ['T40', 'Q35'],
    expects: { sessions: [USUAL_SESSION], orders: ['in-effect'], learnt: { mostStackLevel: 0 } },
    run: (stage) =>
      limitOnce(stage, { connectorId: 1, takes: ({ stackLevel }) => stackLevel === 0, tries: 2 }),
  },
  {
    id: 'no-station-profile',
    title: 'refuses ChargePointMaxProfile and takes TxDefaultProfile',
    seenAt: 'EVBox (lbbrhzn#1703), Grizzl-E 3.9',
    rows: ['T41', 'Q36'],
    expects: { sessions: [USUAL_SESSION], orders: ['in-effect'], learnt: { stationMaxProfile: false } },
    run: (stage) =>
      limitOnce(stage, {
        connectorId: 0,
        takes: ({ chargingProfilePurpose }) => chargingProfilePurpose === 'TxDefaultProfile',
        tries: 2,
      }),
  },
  {
    id: 'relative-only',
    title: 'takes only profiles that begin with the session',
    seenAt: 'Wallbox, NEcharge (evcc)',
    rows: ['T41', 'Q35', 'Q19'],
    expects: { sessions: [USUAL_SESSION], orders: ['in-effect'], learnt: { profileKind: 'Relative' } },
    run: (stage) =>
      limitOnce(stage, {
        connectorId: 1,
        takes: ({ chargingProfileKind }) => chargingProfileKind === 'Relative',
        tries: 2,
      }),
  },
  {
    id: 'watts-only',
    title: 'takes limits in watts only',
    seenAt: 'Huawei (evcc)',
    rows: ['T41', 'Q35'],
    expects: { sessions: [USUAL_SESSION], orders: ['in-effect'], learnt: { rateUnit: 'W' } },
    run: (stage) =>
      limitOnce(stage, {
        connectorId: 1,
        takes: ({ chargingSchedule }) => JSON.stringify(chargingSchedule).includes('"chargingRateUnit":"W"'),
        tries: 2,
      }),
  },
  {
    id: 'five-currents-only',
    title: 'can be limited to 6, 8, 10, 13 and 16 A only',
    seenAt: 'NEcharge (evcc)',
    rows: ['T41', 'Q35'],
    setting: { switches: { currentSteps: [6, 8, 10, 13, 16] } },
    expects: { sessions: [USUAL_SESSION], orders: ['in-effect'] },
    run: (stage) =>
      limitOnce(stage, {
        connectorId: 1,
        limitA: 15,
        takes: ({ chargingSchedule }) => JSON.stringify(chargingSchedule).includes('"limit":13'),
        tries: 1,
      }),
  },
  {
    id: 'forgets-after-pause',
    title: 'obeys a limit only when it is told twice',
    seenAt: 'go-e#155',
    rows: ['Q33'],
    setting: { switches: { repeatsLimit: true } },
    expects: { sessions: [USUAL_SESSION], orders: ['in-effect'] },
    run: (stage) => limitOnce(stage, { connectorId: 1, takes: () => true, tries: 2 }),
  },
  {
    id: 'flash-wears',
    title: 'writes each limit of the whole station into a memory that wears',
    seenAt: 'lbbrhzn/ocpp docs',
    rows: ['Q37'],
    expects: { sessions: [USUAL_SESSION], orders: ['in-effect'] },
    async run(stage) {
      const line = await openOddLine(stage);
      await boot(line);
      const transactionId = await start(line);
      await stage.order({ kind: 'limit', connectorId: 0, stackLevel: 0, limitA: 16 });
      await line.asked('SetChargingProfile');
      for (let minute = 0; minute < 5; minute++) {
        stage.pass(60_000);
        await line.ok('Heartbeat', {});
      }
      const writes = line.heard.filter(({ action }) => action === 'SetChargingProfile').length;
      if (writes !== 1) throw new Error(`one limit was written ${writes} times`);
      await stop(line, transactionId);
      await line.close();
    },
  },
  {
    id: 'no-clearing',
    title: 'says Unknown when a profile is to be cleared, although it has it',
    seenAt: 'go-e#187, ZJ Beny (lbbrhzn#1078)',
    rows: ['Q34'],
    expects: { sessions: [USUAL_SESSION], orders: ['in-effect', 'rejected'] },
    async run(stage) {
      const line = await openOddLine(stage);
      line.answers('ClearChargingProfile', () => ({ status: 'Unknown' }));
      const transactionId = await start(line);
      await stage.order({ kind: 'limit', connectorId: 1, stackLevel: 0, limitA: 10 });
      await line.asked('SetChargingProfile');
      await stage.order({ kind: 'unlimit' });
      await line.asked('ClearChargingProfile');
      await stop(line, transactionId);
      await line.close();
    },
  },
  {
    id: 'forgets-limits',
    title: 'forgets its limits when the line is gone, and charges at full power',
    seenAt: 'go-e#217 (firmware 56.2)',
    rows: ['Q32'],
    setting: { switches: { forgetsLimits: true } },
    expects: { sessions: [USUAL_SESSION], orders: ['in-effect'] },
    async run(stage) {
      const first = await openOddLine(stage);
      await boot(first);
      const transactionId = await start(first);
      await stage.order({ kind: 'limit', connectorId: 1, stackLevel: 0, limitA: 10 });
      await first.asked('SetChargingProfile');
      first.socket.terminate();
      const second = await openOddLine(stage);
      stage.pass(5_000);
      await second.asked('SetChargingProfile');
      await stop(second, transactionId);
      await second.close();
    },
  },
];

interface Taking {
  readonly connectorId: number;
  readonly limitA?: number;
  /** Whether the station takes a profile. */
  takes(profile: Readonly<Record<string, unknown>>): boolean;
  /** With how many attempts it is sent one that it takes. */
  readonly tries: number;
}

async function limitOnce(stage: OddStage, taking: Taking): Promise<void> {
  const { connectorId, limitA = 10, takes, tries } = taking;
  const line = await openOddLine(stage);
  line.answers('SetChargingProfile', (request) => {
    const { csChargingProfiles } = request as {
      readonly csChargingProfiles: Readonly<Record<string, unknown>>;
    };
    return { status: takes(csChargingProfiles) ? 'Accepted' : 'Rejected' };
  });
  await boot(line);
  const transactionId = await start(line);
  await stage.order({ kind: 'limit', connectorId, stackLevel: 1, limitA });
  await line.asked('SetChargingProfile', tries);
  await stop(line, transactionId);
  await line.close();
}
