import { once } from './frame-oddities.ts';
import { ago, boot, charge, start, statusFields, stop, valueFields } from './odd-session.ts';
import { type OddStation, USUAL_SESSION } from './odd-station.ts';

const ENERGY = 'Energy.Active.Import.Register';

/** Odd words and numbers in good frames. */
export const writingOddities: readonly OddStation[] = [
  {
    id: 'empty-vendor',
    title: 'does not say who made it, and calls its meter type a text of any length',
    seenAt: 'Huawei (evcc#32170), Grizzl-E (lbbrhzn#899)',
    rows: ['T14'],
    expects: { sessions: [USUAL_SESSION], deviations: ['text-missing', 'text-too-long'] },
    run: (stage) =>
      once(stage, async (line) => {
        await boot(line, {
          chargePointVendor: '',
          chargePointModel: undefined,
          meterType: 'timeout '.repeat(9),
        });
        await charge(line);
      }),
  },
  {
    id: 'long-serial-number',
    title: 'has a serial number of 34 characters',
    seenAt: 'Schneider EVlink',
    rows: ['T15'],
    expects: { sessions: [USUAL_SESSION], deviations: ['text-too-long'] },
    run: (stage) =>
      once(stage, async (line) => {
        await boot(line, { chargePointSerialNumber: '3N170840530A1S1B2.0100023A24001234' });
        await charge(line);
      }),
  },
  {
    id: 'extra-fields',
    title: 'adds fields of its own and uses words that the standard does not have',
    seenAt: 'mobilityhouse#54, SteVe#1109',
    rows: ['T16', 'T47'],
    expects: { sessions: [USUAL_SESSION], deviations: ['unknown-field', 'unknown-value'] },
    run: (stage) =>
      once(stage, async (line) => {
        await boot(line, { colour: 'red' });
        await line.ok('StatusNotification', statusFields('Charging', { errorCode: 'CableLoose', extra: 1 }));
        const transactionId = await start(line, { evccId: '00' });
        const measured = [
          { value: '1', measurand: 'Request.Energy' },
          { value: '3000', measurand: ENERGY },
        ];
        await line.ok('MeterValues', valueFields(stage, transactionId, [[30, measured]]));
        await stop(line, transactionId, { reason: 'EmergencyButton' });
      }),
  },
  {
    id: 'values-as-numbers',
    title: 'sends samples as numbers instead of text',
    seenAt: 'OpenEVSE (openevse#335), mobilityhouse#695',
    rows: ['T17', 'Q14'],
    expects: { sessions: [USUAL_SESSION], deviations: ['text-as-number'] },
    run: (stage) =>
      once(stage, async (line) => {
        const transactionId = await start(line);
        const measured = [{ value: 3500, measurand: ENERGY, unit: 'Wh' }];
        await line.ok('MeterValues', valueFields(stage, transactionId, [[30, measured]]));
        await stop(line, transactionId);
      }),
  },
  {
    id: 'numbers-as-text',
    title: 'sends every number as text, and registers with a fraction',
    seenAt: 'shiv3 simulator PR #83',
    rows: ['T18'],
    expects: {
      sessions: [{ state: 'ended', wh: 5_000 }],
      deviations: ['number-as-text', 'fractional-register'],
    },
    run: (stage) =>
      once(stage, async (line) => {
        const transactionId = await start(line, { connectorId: '1', meterStart: '1000.4' });
        await stop(line, String(transactionId), { meterStop: '6000.9' });
      }),
  },
  {
    id: 'decimal-comma',
    title: 'writes decimal commas',
    seenAt: 'stations with a German locale',
    rows: ['T18'],
    expects: { sessions: [USUAL_SESSION], deviations: ['decimal-comma'] },
    run: (stage) =>
      once(stage, async (line) => {
        const transactionId = await start(line, { meterStart: '1000,0' });
        const measured = [{ value: '3,5', measurand: ENERGY, unit: 'kWh' }];
        await line.ok('MeterValues', valueFields(stage, transactionId, [[30, measured]]));
        await stop(line, transactionId, { meterStop: '6000,5' });
      }),
  },
  {
    id: 'empty-samples',
    title: 'sends meter values without any sample, and samples without any value',
    seenAt: 'Vestel EVC04 (#466), Amperfied (evcc#17836)',
    rows: ['T19', 'Q15'],
    expects: { sessions: [USUAL_SESSION], deviations: ['empty-sampled-value', 'sample-unreadable'] },
    run: (stage) =>
      once(stage, async (line) => {
        const transactionId = await start(line);
        await line.ok('MeterValues', valueFields(stage, transactionId, [[40, []]]));
        await line.ok('MeterValues', valueFields(stage, transactionId, [[30, [{ value: '' }]]]));
        await line.ok('MeterValues', { connectorId: 1, transactionId, meterValue: [] });
        await stop(line, transactionId);
      }),
  },
  {
    id: 'celcius',
    title: 'measures in Celcius and gives reasons of its own',
    seenAt: 'errata of OCPP 1.6',
    rows: ['T47'],
    expects: { sessions: [USUAL_SESSION], deviations: ['unknown-value'] },
    run: (stage) =>
      once(stage, async (line) => {
        const transactionId = await start(line);
        const measured = [
          { value: '41.5', measurand: 'Temperature', unit: 'Celcius', context: 'Sample.periodic' },
        ];
        await line.ok('MeterValues', valueFields(stage, transactionId, [[30, measured]]));
        await stop(line, transactionId, { reason: 'StoppedByEv' });
      }),
  },
  {
    id: 'odd-status-words',
    title: 'leaves out the error code, writes long infos and reports connector -1',
    seenAt: 'several makers',
    rows: ['T16', 'T49'],
    expects: { sessions: [USUAL_SESSION], deviations: ['text-too-long'] },
    run: (stage) =>
      once(stage, async (line) => {
        await line.ok('StatusNotification', statusFields('Available', { info: 'i'.repeat(90) }));
        await line.ok('StatusNotification', statusFields('Available', { connectorId: -1 }));
        await line.call('StatusNotification', {
          connectorId: 1,
          status: 'Available',
          timestamp: ago(stage, 0),
        });
        await charge(line);
      }),
  },
  {
    id: 'stop-without-card',
    title: 'leaves card and reason out of its stop',
    seenAt: 'OCPP.Core#47, #31',
    rows: ['Q24'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) => once(stage, (line) => charge(line)),
  },
];
