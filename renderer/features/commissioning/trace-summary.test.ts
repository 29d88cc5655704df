import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import type { TraceLine } from '#api/trace.ts';
import { createFormat } from '../../lib/format.ts';
import { textOptions } from '../../text/i18n.ts';
import type { Translate } from '../../text/use-text.ts';
import { traceSummary } from './trace-summary.ts';

const contexts = Object.fromEntries(
  await Promise.all(
    (['en', 'de'] as const).map(async (language) => {
      const i18n = i18next.createInstance();
      await i18n.init(textOptions(language));
      const t: Translate = (key, places = {}) => i18n.t(key, places);
      const region = language === 'de' ? 'de-DE' : 'en-GB';
      return [
        language,
        { t, format: createFormat({ region, language, timeZone: 'Europe/Berlin' }) },
      ] as const;
    }),
  ),
) as Record<'en' | 'de', Parameters<typeof traceSummary>[1]>;

function said(
  action: string,
  request: object,
  answer: object | null = {},
  more: Partial<TraceLine> = {},
): TraceLine {
  return {
    key: 'k',
    at: '2026-11-21T08:00:00.000Z',
    stationId: 'A',
    direction: 'in',
    action,
    outcome: answer === null ? 'open' : 'answered',
    latencyMs: null,
    request: JSON.stringify([2, '1', action, request]),
    answer: answer === null ? null : JSON.stringify([3, '1', answer]),
    ...more,
  };
}

/** No-break spaces are for the screen. */
function summary(line: TraceLine, language: 'en' | 'de' = 'en'): string {
  return traceSummary(line, contexts[language]).replaceAll('\u00a0', ' ');
}

describe('a message says in the words of the reader', () => {
  const sampledValue = [
    { value: '3700', measurand: 'Power.Active.Import', phase: 'L1', unit: 'W' },
    { value: '3.7', measurand: 'Power.Active.Import', phase: 'L2', unit: 'kW' },
    { value: '3600', measurand: 'Power.Active.Import', phase: 'L3' },
    { value: '45200' },
    { value: '16.1', measurand: 'Current.Import', phase: 'L1' },
    { value: '55', measurand: 'SoC', unit: 'Percent' },
  ];
  const meterValues = said('MeterValues', {
    connectorId: 2,
    meterValue: [{ timestamp: '2026-11-21T08:00:00Z', sampledValue }],
  });

  test('what is charged', () => {
    expect(summary(meterValues)).toBe('Connector 2: 11.0 kW, 45.2 kWh, 16.1 A, battery 55 %');
    expect(summary(meterValues, 'de')).toBe('Anschluss 2: 11,0 kW, 45,2 kWh, 16,1 A, Batterie 55 %');
  });

  test('who starts, where, and what became of it', () => {
    const start = said(
      'StartTransaction',
      { connectorId: 1, idTag: '04A2', meterStart: 123456, timestamp: '2026-11-21T08:00:00Z' },
      { transactionId: 12, idTagInfo: { status: 'Accepted' } },
    );
    expect(summary(start)).toBe('Connector 1: card 04A2 starts at 123.456 kWh → accepted, session 12');
    expect(summary(start, 'de')).toBe(
      'Anschluss 1: Karte 04A2 beginnt bei 123,456 kWh → angenommen, Ladevorgang 12',
    );
  });

  test('in what state a connector is', () => {
    const fault = { connectorId: 1, status: 'Faulted', errorCode: 'GroundFailure', info: 'RCD' };
    expect(summary(said('StatusNotification', fault))).toBe('Connector 1: fault, GroundFailure, RCD');
    const own = { connectorId: 0, status: 'Available', errorCode: 'NoError' };
    expect(summary(said('StatusNotification', own), 'de')).toBe('Station: frei');
  });

  test('what we ask, and that nothing has come back yet, or an error', () => {
    const profile = {
      connectorId: 1,
      csChargingProfiles: {
        chargingProfilePurpose: 'TxProfile',
        chargingSchedule: { chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 10 }] },
      },
    };
    expect(summary(said('SetChargingProfile', profile, null))).toBe(
      'Connector 1: limit 10.0 A (TxProfile) → no answer yet',
    );
    const refused = said('ClearCache', {}, null, {
      outcome: 'error',
      answer: '[4,"1","NotSupported","no cache here",{}]',
    });
    expect(summary(refused)).toBe('Without details → error NotSupported no cache here');
  });
});

test('lists, uploads and firmware are told in plain words', () => {
  const list = said(
    'SendLocalList',
    { listVersion: 3, updateType: 'Full', localAuthorizationList: [{ idTag: '04A2' }] },
    { status: 'VersionMismatch' },
  );
  expect(summary(list)).toBe('Card list, version 3, whole: 1 card → the station has another version');
  expect(summary(list, 'de')).toBe(
    'Kartenliste, Version 3, ganz: 1 Karte → die Station hat eine andere Version',
  );
  const version = said('GetLocalListVersion', {}, { listVersion: 1 });
  expect(summary(version, 'de')).toBe('Welche Version hat die Kartenliste? → Version 1');
  expect(summary(said('GetLocalListVersion', {}, { listVersion: -1 }))).toBe(
    'Which version is the card list? → has no list',
  );
  expect(summary(said('DiagnosticsStatusNotification', { status: 'Uploading' }))).toBe('Upload: under way');
  expect(summary(said('LogStatusNotification', { status: 'Uploaded' }), 'de')).toBe('Datei: hochgeladen');
  expect(summary(said('FirmwareStatusNotification', { status: 'Installed' }), 'de')).toBe(
    'Firmware: installiert',
  );
});

test('whatever a station sends, there is a summary', () => {
  const odd = [
    said('MeterValues', { connectorId: 'x', meterValue: [null, { sampledValue: [{}, 7, { value: {} }] }] }),
    said('BootNotification', {}),
    said('StatusNotification', { status: 7 }),
    said('StartTransaction', { idTag: null }, { idTagInfo: 'no' }),
    said('SetChargingProfile', { csChargingProfiles: [] }),
    said('Reset', {}, {}, { request: '[2,"1","Reset",null]' }),
    said('Reset', {}, {}, { request: '', action: null }),
    said('', {}, null, { outcome: 'unreadable', request: '{[', action: null }),
    said('Heartbeat', {}, {}, { answer: 'nonsense' }),
    said('toString', { status: ['x'] }),
  ];
  for (const line of odd)
    for (const language of ['en', 'de'] as const)
      expect(summary(line, language)).toMatch(/^(?!.*(undefined|NaN|\[object|\{\{)).+/);
});
