import { expect, test } from 'vitest';
import { isSigned, readSignedData, signedDataIn } from './signed-data.ts';
import { meterKeysInTransfer, signedDataInText, signedValuesInTransfer } from './signed-transfer.ts';

const RECORD = 'OCMF|{"FV":"1.0","RD":[{"RV":62500.1270}]}|{"SD":"3045"}';
const BASE64 = Buffer.from(RECORD).toString('base64');
const oca = (more: object = {}) =>
  JSON.stringify({
    signedMeterData: BASE64,
    signingMethod: '',
    encodingMethod: 'OCMF',
    publicKey: 'a2V5',
    ...more,
  });

test.each([
  ['plain', RECORD, 'plain'],
  ['plain with blanks', ` ${RECORD}\n`, 'plain'],
  ['hex', Buffer.from(RECORD).toString('hex'), 'hex'],
  [
    'hex in capitals and lines',
    Buffer.from(RECORD).toString('hex').toUpperCase().replace(/.{40}/g, '$&\n'),
    'hex',
  ],
  ['Base64', BASE64, 'base64'],
  ['JSON of the white paper', oca(), 'oca-json'],
  ['the same with the record as it is', oca({ signedMeterData: RECORD }), 'oca-json'],
  ['the same with hex', oca({ signedMeterData: Buffer.from(RECORD).toString('hex') }), 'oca-json'],
])('a record is unwrapped byte for byte: %s', (_, value, transport) => {
  const data = readSignedData(value);
  expect(Buffer.from(data.bytes).toString().trim()).toBe(RECORD);
  expect(data.transport).toBe(transport);
  expect(data.publicKey).toBe(transport === 'oca-json' ? 'a2V5' : null);
});

test('bytes that are no text come through as well', () => {
  const bytes = Buffer.from('1b1b1b1b01010101ff00', 'hex');
  const value = oca({ signedMeterData: bytes.toString('base64'), encodingMethod: 'EDL', publicKey: '' });
  expect(readSignedData(value)).toEqual({
    transport: 'oca-json',
    bytes,
    encodingMethod: 'EDL',
    publicKey: null,
  });
});

test.each([
  'AP;0;3;ALCV',
  '1B1B1B1B01010101',
  'deadbeef',
  '',
  '{"signedMeterData":1}',
  '{broken signedMeterData',
])('what is in no known wrapping stays as it came: %s', (value) => {
  const data = readSignedData(value);
  expect(data.transport).toBe('plain');
  expect(Buffer.from(data.bytes).toString()).toBe(value);
});

test('signed values are found where they stand, with their context', () => {
  const timestamp = '2026-06-01T10:00:00Z';
  const found = signedDataIn([
    {
      timestamp,
      sampledValue: [{ value: '17' }, { value: RECORD, format: 'SignedData', context: 'Transaction.Begin' }],
    },
    // The white paper spells it so once, and some stations leave it out.
    { timestamp, sampledValue: [{ value: oca(), format: 'signedData' }, { value: RECORD }] },
  ]);
  expect(found.map(({ place, context, transport }) => [place, context, transport])).toEqual([
    [[0, 1], 'Transaction.Begin', 'plain'],
    [[1, 0], null, 'oca-json'],
    [[1, 1], null, 'plain'],
  ]);
  expect(isSigned({ value: '17', format: 'Raw' })).toBe(false);
});

test('a vendor may send signed values by DataTransfer, in any form', () => {
  const inside = JSON.stringify({
    transactionId: 7,
    values: [{ begin: RECORD }, { end: JSON.parse(oca()) }],
  });
  expect(signedValuesInTransfer({ data: RECORD })).toHaveLength(1);
  expect(signedValuesInTransfer({ data: BASE64 })).toHaveLength(1);
  expect(signedDataInText(oca())).toMatchObject([{ publicKey: 'a2V5' }]);
  const found = signedDataInText(inside);
  expect(found.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([RECORD, RECORD]);
  for (const data of [undefined, '', 'hello', '{"a":[1,"x"]}', '['.repeat(5_000)])
    expect(signedValuesInTransfer({ data })).toEqual([]);
});

test('a station tells the keys of its meters', () => {
  const meters = [
    { connectorId: 1, meterSerial: '1ABC', type: 'SIGNATURE', publicKey: '3059' },
    { connectorId: '2', publicKey: '3056' },
    { connectorId: 'x', publicKey: '30' },
    { connectorId: 3 },
    null,
  ];
  const transfer = { vendorId: 'generalConfiguration', messageId: 'setMeterConfiguration' };
  expect(meterKeysInTransfer({ ...transfer, data: JSON.stringify({ meters }) })).toEqual([
    { connectorId: 1, meterSerial: '1ABC', publicKey: '3059' },
    { connectorId: 2, meterSerial: null, publicKey: '3056' },
  ]);
  expect(meterKeysInTransfer({ ...transfer, data: '{"meters":7}' })).toEqual([]);
  expect(meterKeysInTransfer({ vendorId: 'other', data: JSON.stringify({ meters }) })).toEqual([]);
});
