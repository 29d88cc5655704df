import { once } from './frame-oddities.ts';
import { openOddLine } from './odd-line.ts';
import {
  acceptedNumber,
  ago,
  boot,
  start,
  startFields,
  statusFields,
  stop,
  stopFields,
  valueFields,
} from './odd-session.ts';
import { type OddStation, USUAL_SESSION } from './odd-station.ts';

const MINUTE_MS = 60_000;

/** Odd ways to begin and end a session. */
export const transactionOddities: readonly OddStation[] = [
  {
    id: 'repeated-stop',
    title: 'sends the same stop again with another message id',
    seenAt: 'EVerest#907',
    rows: ['T26'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) =>
      once(stage, async (line) => {
        const transactionId = await start(line);
        const fields = stopFields(stage, transactionId);
        for (let round = 0; round < 3; round++) await line.ok('StopTransaction', fields);
      }),
  },
  {
    id: 'repeated-start',
    title: 'sends its start again and again when the answer got lost',
    seenAt: 'SteVe#81, MicroOcpp#50, #237',
    rows: ['T27', 'Q20'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      const fields = startFields(stage);
      const numbers = new Set<number>();
      for (let round = 0; round < 3; round++)
        await once(stage, async (line) => {
          numbers.add(acceptedNumber(await line.ok('StartTransaction', fields)));
        });
      if (numbers.size !== 1) throw new Error(`one start got the numbers ${[...numbers]}`);
      await once(stage, (line) => stop(line, [...numbers][0]));
    },
  },
  {
    id: 'stop-minus-one',
    title: 'never learns its number and stops transaction -1',
    seenAt: 'EVerest#495, errata 3.18',
    rows: ['T28', 'Q19'],
    expects: { sessions: [{ state: 'needs-decision', wh: 5_000, doubt: 'inferred-stop' }] },
    run: (stage) =>
      once(stage, async (line) => {
        await start(line);
        await stop(line, -1, { idTag: stage.idTag });
      }),
  },
  {
    id: 'stop-zero',
    title: 'stops transaction 0',
    seenAt: 'Delta (ocpp-rpc#82), open-ocpp#24',
    rows: ['T29', 'Q19'],
    expects: { sessions: [{ state: 'needs-decision', wh: 5_000, doubt: 'inferred-stop' }] },
    run: (stage) =>
      once(stage, async (line) => {
        await start(line);
        await stop(line, 0);
      }),
  },
  {
    id: 'stop-without-start',
    title: 'only ever sends the stop',
    seenAt: 'MicroOcpp#454',
    rows: ['T28', 'Q21'],
    expects: { sessions: [], strays: ['unknown-stop'] },
    run: (stage) => once(stage, (line) => stop(line, -1, { idTag: stage.idTag })),
  },
  {
    id: 'stop-before-start',
    title: 'delivers the stop first and the start of the same session later',
    seenAt: 'stations that sort their queue by size',
    rows: ['T28', 'Q21'],
    expects: { sessions: [{ state: 'needs-decision', wh: 5_000, doubt: 'inferred-stop' }] },
    run: (stage) =>
      once(stage, async (line) => {
        const stopping = { idTag: stage.idTag, timestamp: ago(stage, 0) };
        await stop(line, -1, stopping);
        await start(line);
      }),
  },
  {
    id: 'stop-after-refused-start',
    title: 'stops transaction 0 after its card was refused',
    seenAt: 'Hager (OCPP.Core#55)',
    rows: ['T29'],
    setting: { cardBlocked: true },
    expects: { sessions: [{ state: 'needs-decision', wh: 0, doubt: 'inferred-stop' }] },
    run: (stage) =>
      once(stage, async (line) => {
        const { transactionId } = await line.ok('StartTransaction', startFields(stage));
        if (!(Number(transactionId) > 0)) throw new Error('a refused start got no number');
        await stop(line, 0, { meterStop: 1_000, reason: 'DeAuthorized' });
      }),
  },
  {
    id: 'no-stop',
    title: 'never sends a stop and is simply free again',
    seenAt: 'Keba (SteVe#292)',
    rows: ['T30'],
    expects: { sessions: [{ state: 'needs-decision', wh: 2_500, doubt: 'no-stop' }] },
    run: (stage) =>
      once(stage, async (line) => {
        const transactionId = await start(line);
        const measured = [{ value: '3500', measurand: 'Energy.Active.Import.Register' }];
        await line.ok('MeterValues', valueFields(stage, transactionId, [[5, measured]]));
        await line.ok('StatusNotification', statusFields('Available'));
        stage.pass(16 * MINUTE_MS);
      }),
  },
  {
    id: 'values-after-stop',
    title: 'sends its last meter values after the stop',
    seenAt: 'Ocular LTE (lbbrhzn PR #2075)',
    rows: ['T31', 'Q25'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) =>
      once(stage, async (line) => {
        const transactionId = await start(line);
        await stop(line, transactionId);
        const measured = [
          { value: '6000', measurand: 'Energy.Active.Import.Register', context: 'Transaction.End' },
        ];
        await line.ok('MeterValues', valueFields(stage, transactionId, [[0, measured]]));
      }),
  },
  {
    id: 'free-before-stop',
    title: 'says Available before it sends the stop',
    seenAt: 'ev-server, Ocular',
    rows: ['Q25'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) =>
      once(stage, async (line) => {
        const transactionId = await start(line);
        await line.ok('StatusNotification', statusFields('Available'));
        await stop(line, transactionId);
      }),
  },
  {
    id: 'reset-in-the-middle',
    title: 'resets itself: sends the stop, cuts the line without waiting, and sends it again',
    seenAt: 'open-ocpp-tck',
    rows: ['T48'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      const line = await openOddLine(stage);
      const transactionId = await start(line);
      const fields = stopFields(stage, transactionId, { reason: 'SoftReset' });
      line.send(JSON.stringify([2, 'last', 'StopTransaction', fields]));
      line.socket.terminate();
      await once(stage, async (next) => {
        await boot(next);
        await next.ok('StopTransaction', fields);
      });
    },
  },
  {
    id: 'old-session-for-ever',
    title: 'delivers a session of last winter whenever it connects',
    seenAt: 'Alfen (SteVe#740)',
    rows: ['Q22'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      const winter = 200 * 24 * 60;
      const started = startFields(stage, { timestamp: ago(stage, winter + 60) });
      const ended = { timestamp: ago(stage, winter) };
      for (let round = 0; round < 3; round++)
        await once(stage, async (line) => {
          const transactionId = acceptedNumber(await line.ok('StartTransaction', started));
          await stop(line, transactionId, ended);
        });
    },
  },
  {
    id: 'late-return',
    title: 'is away for nineteen minutes in the middle of a session',
    seenAt: 'FoxESS, Teison, Mennekes 4You, EVerest#1808',
    rows: ['T10', 'Q30'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      const line = await openOddLine(stage);
      const transactionId = await start(line);
      line.socket.terminate();
      stage.pass(19 * MINUTE_MS);
      await once(stage, (next) => stop(next, transactionId));
    },
  },
  {
    id: 'late-boot',
    title: 'gives up booting while no server is there and begins anew after eight days',
    seenAt: 'KEBA P30 (SteVe#116)',
    rows: ['Q29'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      await once(stage, (line) => boot(line));
      await once(stage, async (line) => {
        await boot(line);
        const transactionId = await start(line, { timestamp: ago(stage, 8 * 24 * 60) });
        await stop(line, transactionId, { timestamp: ago(stage, 8 * 24 * 60 - 60) });
      });
    },
  },
  {
    id: 'reboots-with-the-server',
    title: 'reboots whenever the server goes away, in the middle of a session',
    seenAt: 'go-e#289',
    rows: ['Q31'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      const line = await openOddLine(stage);
      const transactionId = await start(line);
      await stage.restart();
      await line.ended;
      await once(stage, async (next) => {
        await boot(next);
        await stop(next, transactionId, { reason: 'Reboot' });
      });
    },
  },
];
