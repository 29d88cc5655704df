import { openOddLine } from './odd-line.ts';
import { boot, charge } from './odd-session.ts';
import { type OddStage, type OddStation, USUAL_SESSION } from './odd-station.ts';

/** Odd configurations. */
export const configurationOddities: readonly OddStation[] = [
  {
    id: 'truncated-configuration',
    title: 'breaks off in the middle of its configuration',
    seenAt: 'Grizzl-E (lbbrhzn#176)',
    rows: ['T20'],
    expects: {
      sessions: [USUAL_SESSION],
      deviations: ['frame-unreadable'],
      configuration: { HeartbeatInterval: '300' },
    },
    run: (stage) =>
      readFrom(stage, (keys, id) =>
        keys.length === 0
          ? `[3,"${id}",{"configurationKey":[{"key":"HeartbeatInterval","readonly":false,"val`
          : entries(keys.includes('HeartbeatInterval') ? { HeartbeatInterval: '300' } : {}),
      ),
  },
  {
    id: 'empty-configuration',
    title: 'says that it has no configuration at all',
    seenAt: 'lbbrhzn#1117',
    rows: ['Q11'],
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) => readFrom(stage, () => ({ configurationKey: [] })),
  },
  {
    id: 'configuration-as-numbers',
    title: 'sends numbers and truth values where its settings are text',
    seenAt: 'mobilityhouse#695',
    rows: ['T17'],
    expects: {
      sessions: [USUAL_SESSION],
      deviations: ['text-as-number', 'number-as-text'],
      configuration: { HeartbeatInterval: '300', LocalPreAuthorize: 'false' },
    },
    run: (stage) =>
      readFrom(stage, () => ({
        configurationKey: [
          { key: 'HeartbeatInterval', readonly: 'false', value: 300 },
          { key: 'LocalPreAuthorize', readonly: false, value: false },
        ],
      })),
  },
  {
    id: 'features-in-brackets',
    title: 'writes its list of features like a list of a program',
    seenAt: 'Dazebox (lbbrhzn#2089)',
    rows: ['Q12', 'T43'],
    expects: {
      sessions: [USUAL_SESSION],
      configuration: { SupportedFeatureProfiles: "['Core', 'SmartCharging' ]" },
    },
    run: (stage) =>
      readFrom(stage, () => entries({ SupportedFeatureProfiles: "['Core', 'SmartCharging' ]" })),
  },
  {
    id: 'rate-unit-letters',
    title: 'names the units of its schedules W and A instead of Power and Current',
    seenAt: 'evcc cp_setup.go',
    rows: ['T42', 'Q39'],
    expects: {
      sessions: [USUAL_SESSION],
      orders: ['in-effect'],
      configuration: { ChargingScheduleAllowedChargingRateUnit: 'A' },
    },
    async run(stage) {
      const line = await openOddLine(stage);
      line.answers('GetConfiguration', () => entries({ ChargingScheduleAllowedChargingRateUnit: 'A' }));
      await boot(line);
      await charge(line);
      await stage.order({ kind: 'read-configuration' });
      await stage.order({ kind: 'limit', connectorId: 1, stackLevel: 0, limitA: 16 });
      await line.asked('SetChargingProfile');
      await line.close();
    },
  },
  {
    id: 'reboots-when-read',
    title: 'restarts when its configuration is read',
    seenAt: 'ABB Terra (lbbrhzn#1275, #1153, #1203)',
    rows: ['T13', 'Q10'],
    expects: { sessions: [USUAL_SESSION], learnt: { configurationReading: 'key-by-key' } },
    async run(stage) {
      const line = await openOddLine(stage);
      line.answers('GetConfiguration', () => {
        line.socket.terminate();
        return null;
      });
      await boot(line);
      await stage.order({ kind: 'read-configuration' });
      await line.ended;
      const next = await openOddLine(stage);
      await boot(next);
      await charge(next);
      if (next.heard.length > 0) throw new Error(`it was sent ${next.heard[0]?.action} again`);
      await next.close();
    },
  },
  {
    id: 'limit-key-in-tenths',
    title: 'has a key of its own for its current, in tenths of an ampere',
    seenAt: 'EVBox, KEBA (ev-server)',
    rows: ['Q38'],
    expects: { sessions: [USUAL_SESSION], configuration: { evb_MaximumStationCurrent: '160' } },
    async run(stage) {
      const key = 'evb_MaximumStationCurrent';
      let value = '320';
      const line = await openOddLine(stage);
      line.answers('GetConfiguration', () => entries({ [key]: value }));
      line.answers('ChangeConfiguration', () => {
        value = '160';
        return { status: 'Accepted' };
      });
      await boot(line);
      await charge(line);
      await stage.order({ kind: 'change-configuration', key, value: '160' });
      await line.close();
    },
  },
  {
    id: 'capped-measurands',
    title: 'takes no blanks and only two measurands',
    seenAt: 'evcc, lbbrhzn',
    rows: ['Q13'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      const line = await openOddLine(stage);
      line.answers('ChangeConfiguration', (request) => ({
        status: JSON.stringify(request).includes('SoC') ? 'Rejected' : 'Accepted',
      }));
      await boot(line);
      const key = 'MeterValuesSampledData';
      await stage.order({ kind: 'change-configuration', key, value: 'Energy.Active.Import.Register,SoC' });
      await stage.order({ kind: 'change-configuration', key, value: 'Energy.Active.Import.Register' });
      await charge(line);
      await line.close();
    },
  },
  {
    id: 'short-meter-interval',
    title: 'bears no meter values more often than once a minute',
    seenAt: 'Easee, Mennekes (evcc templates)',
    rows: ['T44', 'Q44'],
    expects: { sessions: [USUAL_SESSION] },
    async run(stage) {
      const line = await openOddLine(stage);
      await boot(line);
      const wish = { kind: 'change-configuration', key: 'MeterValueSampleInterval', value: '5' } as const;
      const taken = await stage.order(wish).then(
        () => true,
        () => false,
      );
      const heard = line.heard.some(({ action }) => action === 'ChangeConfiguration');
      if (taken || heard) throw new Error('it was told to sample every five seconds');
      await charge(line);
      await line.close();
    },
  },
];

async function readFrom(
  stage: OddStage,
  answer: (keys: readonly string[], messageId: string) => object | string,
): Promise<void> {
  const line = await openOddLine(stage);
  line.answers('GetConfiguration', (request, id) => answer(keysIn(request), id));
  await boot(line);
  await charge(line);
  await stage.order({ kind: 'read-configuration' });
  await line.close();
}

function entries(values: Readonly<Record<string, string>>): object {
  return {
    configurationKey: Object.entries(values).map(([key, value]) => ({ key, readonly: false, value })),
    unknownKey: [],
  };
}

function keysIn(request: unknown): readonly string[] {
  const { key = [] } = request as { readonly key?: readonly string[] };
  return key;
}
