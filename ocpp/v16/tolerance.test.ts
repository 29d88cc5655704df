import { describe, expect, test } from 'vitest';
import type { IncomingAction } from './actions.ts';
import { readRequest, readResponse } from './tolerance.ts';

const at = '2026-11-21T12:00:00Z';
const start = { connectorId: 1, idTag: 'CARD', meterStart: 100, timestamp: at };
const stop = { transactionId: 7, meterStop: 900, timestamp: at };
const status = { connectorId: 1, errorCode: 'NoError', status: 'Available' };
const boot = { chargePointVendor: 'V', chargePointModel: 'M' };

function values(sampledValue: unknown) {
  return { connectorId: 1, meterValue: [{ timestamp: at, sampledValue }] };
}

test('a message by the book is handed on as it came', () => {
  expect(readRequest('StopTransaction', stop)).toEqual({ kind: 'valid', payload: stop });
});

describe('a deviation that is known to be harmless is repaired and named', () => {
  const cases: readonly [string, IncomingAction, unknown, object, readonly string[]][] = [
    ['null for an absent field', 'StopTransaction', { ...stop, idTag: null }, stop, ['null-field']],
    ['a field of their own', 'StartTransaction', { ...start, soc: 4 }, start, ['unknown-field']],
    [
      'numbers as text',
      'StartTransaction',
      { ...start, connectorId: '1', meterStart: ' 100 ' },
      start,
      ['number-as-text', 'number-as-text'],
    ],
    [
      'a decimal comma',
      'StopTransaction',
      { ...stop, meterStop: '900,5' },
      { ...stop, meterStop: 900.5 },
      ['number-as-text', 'decimal-comma', 'fractional-register'],
    ],
    [
      'a fractional register',
      'StopTransaction',
      { ...stop, meterStop: 900.7 },
      { ...stop, meterStop: 900.7 },
      ['fractional-register'],
    ],
    ['a card number as number', 'Authorize', { idTag: 1234 }, { idTag: '1234' }, ['text-as-number']],
    [
      'a card of 22 characters',
      'Authorize',
      { idTag: 'A'.repeat(22) },
      { idTag: 'A'.repeat(22) },
      ['text-too-long'],
    ],
    [
      'a reason of their own',
      'StopTransaction',
      { ...stop, reason: 'Bored' },
      { ...stop, reason: 'Bored' },
      ['unknown-value'],
    ],
    [
      'an error code of their own',
      'StatusNotification',
      { ...status, errorCode: 'E42' },
      { ...status, errorCode: 'E42' },
      ['unknown-value'],
    ],
    [
      'no vendor at all',
      'BootNotification',
      { chargePointModel: 'M' },
      { ...boot, chargePointVendor: '' },
      ['text-missing'],
    ],
    [
      'a serial number of 34 characters',
      'BootNotification',
      { ...boot, chargePointSerialNumber: 'S'.repeat(34) },
      {
        ...boot,
        chargePointSerialNumber: 'S'.repeat(34),
      },
      ['text-too-long'],
    ],
    [
      'a serial number without end',
      'BootNotification',
      { ...boot, chargePointSerialNumber: 'S'.repeat(999) },
      {
        ...boot,
        chargePointSerialNumber: 'S'.repeat(255),
      },
      ['text-too-long'],
    ],
    [
      'no time',
      'StopTransaction',
      { transactionId: 7, meterStop: 900 },
      { ...stop, timestamp: '' },
      ['timestamp-missing'],
    ],
    [
      'a time without zone',
      'StartTransaction',
      { ...start, timestamp: '2026-11-21T12:00:00' },
      {
        ...start,
        timestamp: '2026-11-21T12:00:00',
      },
      ['timestamp-without-zone'],
    ],
    [
      'a zone without minutes',
      'StartTransaction',
      { ...start, timestamp: '2026-11-21T12:00:00+03' },
      {},
      ['timestamp-odd-form'],
    ],
    [
      '30 February',
      'StartTransaction',
      { ...start, timestamp: '2026-02-30T12:00:00Z' },
      {},
      ['timestamp-unreadable'],
    ],
    ['an empty sample list', 'MeterValues', values([]), values([]), ['empty-sampled-value']],
    [
      'a sample as number',
      'MeterValues',
      values([{ value: 12.5 }]),
      values([{ value: '12.5' }]),
      ['text-as-number'],
    ],
    [
      'a measurand of their own',
      'MeterValues',
      values([{ value: '1', measurand: 'Request.Energy' }]),
      {},
      ['unknown-value'],
    ],
    [
      'one sample without value',
      'MeterValues',
      values([{ value: '1' }, { unit: 'W' }]),
      values([{ value: '1' }]),
      ['sample-unreadable'],
    ],
  ];
  test.each(cases)('%s', (_name, ...[action, request, expected, deviations]) => {
    const reading = readRequest(action, request);
    expect(reading).toMatchObject({ kind: 'repaired', payload: expected });
    expect(reading.kind === 'repaired' && reading.deviations.map(({ kind }) => kind)).toEqual(deviations);
  });
});

describe('what concerns identity, money or what we would do is not guessed', () => {
  const cases: readonly [string, IncomingAction, unknown, string][] = [
    [
      'a status of their own',
      'StatusNotification',
      { ...status, status: 'Sleeping' },
      'PropertyConstraintViolation',
    ],
    ['no card', 'Authorize', {}, 'OccurenceConstraintViolation'],
    ['a card longer than any card', 'Authorize', { idTag: 'A'.repeat(37) }, 'PropertyConstraintViolation'],
    ['a card that is an object', 'Authorize', { idTag: {} }, 'TypeConstraintViolation'],
    [
      'no meter',
      'StartTransaction',
      { connectorId: 1, idTag: 'A', timestamp: at },
      'OccurenceConstraintViolation',
    ],
    [
      'a transaction and a half',
      'StopTransaction',
      { ...stop, transactionId: 1.5 },
      'TypeConstraintViolation',
    ],
    [
      'a number beyond all numbers',
      'StopTransaction',
      JSON.parse(`{"transactionId":1e400,"meterStop":1,"timestamp":"${at}"}`),
      'TypeConstraintViolation',
    ],
    [
      'a number that JSON rounds',
      'StopTransaction',
      JSON.parse(`{"transactionId":9007199254740993,"meterStop":1,"timestamp":"${at}"}`),
      'TypeConstraintViolation',
    ],
    [
      'hexadecimal text for a number',
      'StopTransaction',
      { ...stop, meterStop: '0x10' },
      'TypeConstraintViolation',
    ],
  ];
  test.each(cases)('%s', (_name, ...[action, request, code]) => {
    expect(readRequest(action, request)).toMatchObject({ kind: 'invalid', code });
  });

  test('but everything readable is kept for whoever decides about it', () => {
    const { meterStop: _, ...incomplete } = { ...stop, reason: 'Bored' };
    expect(readRequest('StopTransaction', incomplete)).toMatchObject({
      kind: 'invalid',
      problem: 'meterStop is missing',
      partial: incomplete,
    });
  });
});

test('a __proto__ key changes nothing but the list of deviations', () => {
  const request: unknown = JSON.parse(`{"idTag":"CARD","__proto__":{"admin":true}}`);
  const reading = readRequest('Authorize', request);
  expect(reading).toMatchObject({ kind: 'repaired', deviations: [{ kind: 'unknown-field' }] });
  expect(reading.kind === 'repaired' && Object.keys(reading.payload)).toEqual(['idTag']);
  expect(reading.kind === 'repaired' && 'admin' in reading.payload).toBe(false);
});

test('answers of stations are repaired like their requests', () => {
  const answer = {
    configurationKey: [{ key: 'HeartbeatInterval', readonly: 'false', value: 300, extra: null }],
  };
  expect(readResponse('GetConfiguration', answer)).toMatchObject({
    kind: 'repaired',
    payload: { configurationKey: [{ key: 'HeartbeatInterval', readonly: false, value: '300' }] },
  });
});

test('a time of any length is kept as far as a time can reach', () => {
  for (const timestamp of [`2026-11-21T12:00:00.${'0'.repeat(1_000_000)}Z`, 'x'.repeat(1_000_000)]) {
    const reading = readRequest('StopTransaction', { transactionId: 1, meterStop: 1, timestamp });
    expect(reading).toMatchObject({
      kind: 'repaired',
      payload: { timestamp: timestamp.slice(0, 64) },
      deviations: [{ kind: 'timestamp-unreadable', where: 'timestamp' }],
    });
  }
});
