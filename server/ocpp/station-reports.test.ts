import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;

beforeEach(async () => {
  site = await startSite();
  station = await site.station('LOBBY');
  return () => site.stop();
});

afterEach(() => expect(site.errors).toEqual([]));

interface Line {
  readonly kind: string;
  readonly level: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

async function told(...kinds: string[]): Promise<readonly Line[]> {
  const { items } = (await site.api.get('/logbook?stationId=LOBBY&limit=200')).json;
  return items.filter(({ kind }: Line) => kinds.includes(kind)).reverse();
}

const events = () => told('security-event', 'security-event-critical');

describe('what a station reports of a transfer stands in the logbook once', () => {
  test('the train of a firmware update, repeated words left out', async () => {
    for (const status of ['Downloading', 'Downloading', 'Downloaded', 'Installing', 'Installed', 'Idle'])
      expect(await station.ok('FirmwareStatusNotification', { status })).toEqual({});
    expect((await told('firmware-status')).map(({ facts }) => facts.firmwareStatus)).toEqual([
      'Downloading',
      'Downloaded',
      'Installing',
      'Installed',
    ]);
  });

  test.each([
    ['FirmwareStatusNotification', { status: 'InstallationFailed' }, 'firmware-status'],
    ['SignedFirmwareStatusNotification', { status: 'InvalidSignature', requestId: 7 }, 'firmware-status'],
    ['DiagnosticsStatusNotification', { status: 'UploadFailed' }, 'upload-status'],
    ['LogStatusNotification', { status: 'PermissionDenied', requestId: 7 }, 'upload-status'],
  ])('%s %j is marked', async (action, payload, kind) => {
    expect(await station.ok(action, payload)).toEqual({});
    expect(await told(kind)).toMatchObject([{ level: 'attention' }]);
  });

  test('the same word about another request is another report', async () => {
    for (const requestId of [1, 1, 2])
      await station.ok('LogStatusNotification', { status: 'Uploaded', requestId });
    expect(await told('upload-status')).toHaveLength(2);
  });

  test('a word that the standard does not have is kept, and counted as a deviation', async () => {
    await station.ok('FirmwareStatusNotification', { status: 'Verifying' });
    expect(await told('firmware-status')).toMatchObject([{ facts: { firmwareStatus: 'Verifying' } }]);
    expect((await site.api.get('/stations/LOBBY')).json.deviations).toMatchObject([
      { kind: 'unknown-value' },
    ]);
  });
});

describe('a security event', () => {
  const event = (type: string, techInfo?: string) => ({
    type,
    timestamp: new Date(site.clock.now()).toISOString(),
    ...(techInfo !== undefined && { techInfo }),
  });

  test.each([
    'FirmwareUpdated',
    'SettingSystemTime',
    'StartupOfTheDevice',
    'ResetOrReboot',
    'SecurityLogWasCleared',
    'MemoryExhaustion',
    'TamperDetectionActivated',
  ])('%s is critical', async (type) => {
    expect(await station.ok('SecurityEventNotification', event(type))).toEqual({});
    expect(await events()).toMatchObject([
      { kind: 'security-event-critical', level: 'attention', facts: { securityEvent: type } },
    ]);
  });

  test.each(['InvalidTLSVersion', 'AcmeDoorOpened'])('%s is kept, whether known or not', async (type) => {
    await station.ok('SecurityEventNotification', event(type, 'port 2'));
    expect(await events()).toMatchObject([
      { kind: 'security-event', facts: { securityEvent: type, info: 'port 2' } },
    ]);
  });

  test('repeated, after a new connection and a restart too, is told once', async () => {
    const same = event('ResetOrReboot', 'watchdog');
    await station.ok('SecurityEventNotification', same);
    await station.ok('SecurityEventNotification', same);
    await station.hangUp();
    await site.restart();
    const back = await site.station('LOBBY');
    await back.ok('SecurityEventNotification', same);
    await back.ok('SecurityEventNotification', { ...same, techInfo: 'button' });
    expect(await events()).toHaveLength(2);
  });

  test('that waited in its station says for how long', async () => {
    const timestamp = new Date(site.clock.now() - 3 * 3_600_000).toISOString();
    await station.ok('SecurityEventNotification', { type: 'InvalidMessages', timestamp });
    const [line] = await events();
    expect(Math.abs(Number(line?.facts.lateBySeconds) - 10_800)).toBeLessThan(5);
  });
});

test('data for a vendor nobody knows gets the answer that it is unknown (TC_064)', async () => {
  const payload = { vendorId: 'org.example', messageId: 'Hello', data: '{"a":1}' };
  expect(await station.ok('DataTransfer', payload)).toEqual({ status: 'UnknownVendorId' });
});
