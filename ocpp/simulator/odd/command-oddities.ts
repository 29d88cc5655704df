import { once } from './frame-oddities.ts';
import { openOddLine } from './odd-line.ts';
import { boot, charge, start, startFields, statusFields, stop } from './odd-session.ts';
import { type OddStation, USUAL_SESSION } from './odd-station.ts';

/** Odd ways to take orders. */
export const commandOddities: readonly OddStation[] = [
  {
    id: 'refuses-connector-zero',
    title: 'has one connector and knows no connector 0',
    seenAt: 'several single wallboxes (lbbrhzn)',
    rows: ['T39'],
    expects: { sessions: [USUAL_SESSION], orders: ['in-effect'], learnt: { connectorZero: false } },
    async run(stage) {
      const line = await openOddLine(stage);
      line.answers('ChangeAvailability', (request) => ({
        status: JSON.stringify(request).includes('"connectorId":0') ? 'Rejected' : 'Accepted',
      }));
      await line.ok('StatusNotification', statusFields('Available'));
      await charge(line);
      await stage.order({ kind: 'set-availability', connectorId: 0, inService: false });
      await line.asked('ChangeAvailability', 2);
      await line.ok('StatusNotification', statusFields('Unavailable'));
      await line.close();
    },
  },
  {
    id: 'no-change-availability',
    title: 'does not implement ChangeAvailability',
    seenAt: 'EN+, OpenEVSE (lbbrhzn#210)',
    rows: ['Q45'],
    expects: { sessions: [USUAL_SESSION], orders: ['failed'] },
    async run(stage) {
      const line = await openOddLine(stage);
      line.answers('ChangeAvailability', (_request, id) => `[4,"${id}","NotImplemented","",{}]`);
      await charge(line);
      await stage.order({ kind: 'set-availability', connectorId: 1, inService: false });
      await line.asked('ChangeAvailability');
      await line.close();
    },
  },
  {
    id: 'short-error',
    title: 'answers with an error of four parts, and with a code of another version',
    seenAt: 'Grizzl-E (lbbrhzn#899), mobilityhouse PR #490',
    rows: ['Q16', 'Q17'],
    expects: {
      sessions: [USUAL_SESSION],
      orders: ['failed', 'failed'],
      deviations: ['error-incomplete'],
    },
    async run(stage) {
      const line = await openOddLine(stage);
      line.answers('UnlockConnector', (_request, id) => `[4,"${id}","NotSupported","no lock"]`);
      line.answers('Reset', (_request, id) => `[4,"${id}","FormatViolation","",{}]`);
      await charge(line);
      await stage.order({ kind: 'unlock', connectorId: 1 });
      await line.asked('UnlockConnector');
      await stage.order({ kind: 'reset', type: 'Soft' });
      await line.asked('Reset');
      await line.close();
    },
  },
  {
    id: 'charges-for-free',
    title: 'charges by itself and refuses to be stopped',
    seenAt: 'EVBox (lbbrhzn#870, evcc#9681)',
    rows: ['Q27'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      const line = await openOddLine(stage);
      line.answers('RemoteStopTransaction', () => ({ status: 'Rejected' }));
      const transactionId = await start(line);
      await stage.order({ kind: 'remote-stop' });
      await line.asked('RemoteStopTransaction');
      await stop(line, transactionId);
      await line.close();
    },
  },
  {
    id: 'cable-stays-locked',
    title: 'keeps the cable locked at 0 A until it is told to let go',
    seenAt: 'Alfen, EVBox Elvi (evcc#12821)',
    rows: ['Q47'],
    expects: { sessions: [USUAL_SESSION], orders: ['rejected', 'in-effect'] },
    async run(stage) {
      const line = await openOddLine(stage);
      line.answers('UnlockConnector', () => ({ status: 'UnlockFailed' }));
      const transactionId = await start(line);
      await stage.order({ kind: 'unlock', connectorId: 1 });
      await line.asked('UnlockConnector');
      await stop(line, transactionId);
      line.answers('UnlockConnector', () => ({ status: 'Unlocked' }));
      await stage.order({ kind: 'unlock', connectorId: 1 });
      await line.asked('UnlockConnector', 2);
      await line.close();
    },
  },
  {
    id: 'hangs-up-on-quick-answers',
    title: 'hangs up when its start is answered too quickly',
    seenAt: 'eProWallbox (lbbrhzn#2080)',
    rows: ['Q28'],
    setting: { switches: { startAnswerDelayMs: 300 } },
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      const line = await openOddLine(stage);
      const asked = performance.now();
      const transactionId = await start(line);
      if (performance.now() - asked < 295) throw new Error('the start was answered too quickly');
      await stop(line, transactionId);
      await line.close();
    },
  },
  {
    id: 'breaks-before-boot',
    title: 'breaks when it is asked anything before it has booted',
    seenAt: 'Wallbox (lbbrhzn#1510, #1414)',
    rows: ['Q7', 'T44'],
    setting: { switches: { waitForBootSeconds: 600 } },
    expects: { sessions: [USUAL_SESSION], orders: ['in-effect'] },
    async run(stage) {
      const line = await openOddLine(stage);
      line.answers('UnlockConnector', () => ({ status: 'Unlocked' }));
      await stage.order({ kind: 'unlock', connectorId: 1 });
      stage.pass(5_000);
      await line.ok('Heartbeat', {});
      if (line.heard.length > 0) throw new Error('it was asked before it had booted');
      await boot(line);
      stage.pass(5_000);
      await line.asked('UnlockConnector');
      await charge(line);
      await line.close();
    },
  },
  {
    id: 'breaks-when-asked',
    title: 'breaks when it is asked anything that nobody has ordered',
    seenAt: 'EN+, Easee, Mennekes (evcc)',
    rows: ['T44', 'Q44'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      const line = await openOddLine(stage);
      await boot(line);
      await line.ok('StatusNotification', statusFields('Available'));
      await charge(line);
      const unasked = line.heard.filter(({ action }) => action !== 'GetConfiguration');
      if (unasked.length > 0) throw new Error(`it was sent ${JSON.stringify(unasked)}`);
      await line.close();
    },
  },
  {
    id: 'boots-when-asked-to',
    title: 'boots again whenever it is asked for a BootNotification',
    seenAt: 'lbbrhzn#337',
    rows: ['Q9'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      for (let round = 0; round < 2; round++) {
        const line = await openOddLine(stage);
        line.answers('TriggerMessage', () => {
          throw new Error('it was asked for a message');
        });
        if (round === 1) await charge(line);
        else await boot(line);
        await line.close();
      }
    },
  },
  {
    id: 'boots-twice-in-a-row-then-obeys',
    title: 'restarts three times within a minute and must not be sent anything meanwhile',
    seenAt: 'ABB Terra (lbbrhzn#1275), evcc#30113',
    rows: ['T13', 'Q10'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      for (let round = 0; round < 4; round++) await once(stage, (line) => boot(line));
      const line = await openOddLine(stage);
      await stage.order({ kind: 'unlock', connectorId: 1 });
      stage.pass(5_000);
      await charge(line);
      if (line.heard.length > 0) throw new Error(`it was sent ${line.heard[0]?.action}`);
      await line.close();
    },
  },
  {
    id: 'never-says-installed',
    title: 'installs a firmware without ever saying so',
    seenAt: 'ev-server#2305, MicroOcpp#261',
    rows: ['Q43'],
    expects: { sessions: [USUAL_SESSION], orders: ['in-effect'] },
    async run(stage) {
      const line = await openOddLine(stage);
      await boot(line);
      await charge(line);
      await stage.order({ kind: 'update-firmware' });
      await line.asked('UpdateFirmware');
      await line.ok('FirmwareStatusNotification', { status: 'Downloading' });
      await line.close();
      await once(stage, (next) => boot(next, { firmwareVersion: '2.0' }));
    },
  },
  {
    id: 'says-what-is-not-asked',
    title: 'answers what nobody has asked, and answers twice',
    seenAt: 'several makers',
    rows: ['Q5'],
    expects: { sessions: [USUAL_SESSION], orders: ['rejected'] },
    async run(stage) {
      const line = await openOddLine(stage);
      line.send('[3,"nobody-asked",{"status":"Accepted"}]');
      line.answers('UnlockConnector', (_request, id) => {
        line.send(`[3,"${id}",{"status":"UnlockFailed"}]`);
        return { status: 'UnlockFailed' };
      });
      await stage.order({ kind: 'unlock', connectorId: 1 });
      await line.asked('UnlockConnector');
      await line.ok(
        'StatusNotification',
        statusFields('Available', { timestamp: startFields(stage).timestamp }),
      );
      await charge(line);
      await line.close();
    },
  },
];
