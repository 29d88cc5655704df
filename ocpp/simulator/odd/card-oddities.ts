import { once } from './frame-oddities.ts';
import { openOddLine } from './odd-line.ts';
import { charge, start, startFields, statusFields, stop } from './odd-session.ts';
import { type OddStation, USUAL_SESSION } from './odd-station.ts';

/** Odd card numbers, connectors and states. */
export const cardOddities: readonly OddStation[] = [
  {
    id: 'card-with-blanks',
    title: 'writes card numbers in small letters and with blanks',
    seenAt: 'SmartEVSE#98, Alfen (lbbrhzn#514)',
    rows: ['T38', 'Q41'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) => {
      const spelt = stage.idTag.toLowerCase().replace(/(..)(?=.)/g, '$1 ');
      return once(stage, async (line) => {
        await line.ok('Authorize', { idTag: spelt.slice(0, 36) });
        await charge(line, { idTag: spelt.slice(0, 36) });
      });
    },
  },
  {
    id: 'card-too-long',
    title: 'sends card numbers of more than 20 characters',
    seenAt: 'Ocular, MicroOcpp',
    rows: ['T38'],
    setting: { anyCard: true },
    expects: { sessions: [USUAL_SESSION], deviations: ['text-too-long'] },
    run: (stage) =>
      once(stage, (line) => charge(line, { idTag: `${stage.idTag}-0123456789-0123456789`.slice(0, 30) })),
  },
  {
    id: 'card-two-longer',
    title: 'adds two characters to a card number of twenty',
    seenAt: 'Ocular',
    rows: ['T38'],
    setting: { anyCard: true },
    expects: { sessions: [USUAL_SESSION], deviations: ['text-too-long'] },
    run: (stage) =>
      once(stage, (line) => charge(line, { idTag: stage.idTag.padEnd(20, '0').slice(0, 20).concat('00') })),
  },
  {
    id: 'card-with-colon',
    title: 'writes VID: in front of the number of a car',
    seenAt: 'SteVe#475',
    rows: ['Q48'],
    setting: { anyCard: true },
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) => once(stage, (line) => charge(line, { idTag: 'VID:001122334455' })),
  },
  {
    id: 'card-with-backslash',
    title: 'writes back-slashes into card numbers',
    seenAt: 'mobilityhouse PR #415',
    rows: ['Q17'],
    setting: { anyCard: true },
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) => once(stage, (line) => charge(line, { idTag: 'AB\\CD\\u0041' })),
  },
  {
    id: 'card-with-serial',
    title: 'hangs its serial number on every card number',
    seenAt: 'KEBA (OCPP.Core)',
    rows: ['Q40'],
    setting: { anyCard: true },
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) => once(stage, (line) => charge(line, { idTag: `${stage.idTag}_1801234`.slice(-20) })),
  },
  {
    id: 'connectors-with-gaps',
    title: 'numbers its connectors with gaps and reports only connector 0',
    seenAt: 'OCPP.Core#55',
    rows: ['T49'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) =>
      once(stage, async (line) => {
        await line.ok('StatusNotification', statusFields('Available', { connectorId: 0 }));
        await charge(line, { connectorId: 4 });
      }),
  },
  {
    id: 'finishing-for-minutes',
    title: 'stays in Finishing with an error, and refuses the next start until it is unplugged',
    seenAt: 'ABB (ev-server), Autel, Ocular, lbbrhzn#918',
    rows: ['T46', 'Q26'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      const line = await openOddLine(stage);
      line.answers('RemoteStartTransaction', () => ({ status: 'Rejected' }));
      const transactionId = await start(line);
      await line.ok('StatusNotification', statusFields('Finishing', { errorCode: 'OtherError' }));
      await stop(line, transactionId);
      await stage.order({ kind: 'remote-start', connectorId: 1 });
      await line.asked('RemoteStartTransaction');
      await line.ok('StatusNotification', statusFields('Available'));
      await line.close();
    },
  },
  {
    id: 'suspended-by-station',
    title: 'pauses by itself with SuspendedEVSE again and again',
    seenAt: 'Easee (evcc PR #29861)',
    rows: ['Q26'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) =>
      once(stage, async (line) => {
        const transactionId = await start(line);
        for (const status of ['Charging', 'SuspendedEVSE', 'Charging', 'SuspendedEVSE', 'Finishing'])
          await line.ok('StatusNotification', statusFields(status));
        await stop(line, transactionId);
      }),
  },
  {
    id: 'sleepy-heartbeat',
    title: 'ignores the heartbeat interval and is silent for a day',
    seenAt: 'Zaptec',
    rows: ['T45'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) =>
      once(stage, async (line) => {
        const transactionId = await start(line);
        stage.pass(23 * 3_600_000);
        await stop(line, transactionId, { timestamp: startFields(stage).timestamp });
      }),
  },
];
