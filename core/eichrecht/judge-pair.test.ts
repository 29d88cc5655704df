import { describe, expect, test } from 'vitest';
import { instant } from '../shared/units.ts';
import { BEGIN, END, ocmfPayload, type WrittenReading } from '../testing/ocmf-payload.ts';
import { judgePair, type PairFindings } from './judge-pair.ts';
import type { OcmfRecord } from './ocmf-record.ts';
import { readOcmf } from './read-ocmf.ts';

test('a sound pair is worth the difference of its registers in whole Wh, to the digit', () => {
  expect(judged(ocmfPayload())).toMatchObject({
    energy: 29_500,
    exactWh: '29500.5',
    clock: 'synchronised',
    begin: { record: 0, reading: 0, value: '2935.6000', unit: 'kWh', register: '1-b:1.8.0' },
    end: { record: 0, reading: 1, value: '2965.1005' },
    faults: [],
    remarks: [],
  });
});

test('begin and end may come in two records of the same meter', () => {
  expect(judged(...twoRecords())).toMatchObject({ energy: 29_500, faults: [], remarks: [] });
});

test.each([
  ['numbers of JSON', 1_833, 1_833.25, 'Wh', '0.25', 0],
  ['text with blanks in front', '       9.038', '      10.0', 'kWh', '962', 962],
  ['more digits than a float has', '9007199254.740993', '9007199255.740994', 'kWh', '1000.001', 1_000],
  ['an exponent', '1.5e3', '1.6E3', 'Wh', '100', 100],
])('registers are read as meters write them: %s', (_, from, to, RU, exactWh, energy) => {
  const readings = [
    { ...BEGIN, RV: from, RU },
    { ...END, RV: to, RU },
  ];
  expect(judged(ocmfPayload({ readings }))).toMatchObject({ faults: [], exactWh, energy });
});

test('begin in Wh and end in kWh are the same register', () => {
  const readings = [
    { ...BEGIN, RV: 1_500, RU: 'Wh' },
    { ...END, RV: '2.5' },
  ];
  expect(judged(ocmfPayload({ readings }))).toMatchObject({ faults: [], energy: 1_000 });
});

test('fields that are left out are those of the reading before, but never its value', () => {
  const readings = [BEGIN, { RV: '4.4', RI: '1-0:2.8.0' }, { ...END }, { RV: '4.4', RI: '1-0:2.8.0' }];
  expect(judged(ocmfPayload({ readings }))).toMatchObject({ faults: [], energy: 29_500 });
  expect(kinds(judged(ocmfPayload({ readings: [BEGIN, { TX: 'E', TM: String(END.TM) }] })))).toEqual([
    'register-unreadable',
  ]);
});

test('where a meter takes out what the cable loses, only those registers count', () => {
  const readings = [
    BEGIN,
    { ...BEGIN, RI: '1-0:B3.8.0', RV: 0 },
    END,
    { ...END, RI: '1-0:B3.8.0', RV: 29.1 },
  ];
  expect(judged(ocmfPayload({ readings }))).toMatchObject({ faults: [], energy: 29_100 });
});

test.each([
  '01-00:01.08.00.FF',
  '1-0:1.8.0*198',
  '01-00:98.08.00.FF',
  '1-0:9E.8.0',
  '1-b:1.8.e',
  '1-0:B2.8.0',
])('energy is what %s counts', (RI) => {
  expect(
    judged(
      ocmfPayload({
        readings: [
          { ...BEGIN, RI },
          { ...END, RI },
        ],
      }),
    ).faults,
  ).toEqual([]);
});

test.each(['1-0:2.8.0', '1-0:C2.8.0', '01-00:00.08.06.FF', '1-0:1.7.0', '2-0:1.8.0', 'energy'])(
  'it is not what %s counts',
  (RI) => {
    expect(
      kinds(
        judged(
          ocmfPayload({
            readings: [
              { ...BEGIN, RI },
              { ...END, RI },
            ],
          }),
        ),
      ),
    ).toEqual(['no-begin', 'no-end']);
  },
);

describe('what the law does not let count', () => {
  const X: WrittenReading = { ...END, TX: 'X', RV: '2940.0' };
  test.each<[string, readonly WrittenReading[], readonly string[]]>([
    ['no begin', [END], ['no-begin']],
    ['no end', [BEGIN], ['no-end']],
    ['two begins', [BEGIN, BEGIN, END], ['several-begins']],
    ['two ends', [BEGIN, END, END], ['several-ends']],
    ['a register that runs backwards', [{ ...BEGIN, RV: 3_000 }, END], ['register-backwards']],
    ['no register', [BEGIN, { ...END, RV: 'n/a' }], ['register-unreadable']],
    ['a negative one', [{ ...BEGIN, RV: -1 }, END], ['register-unreadable']],
    ['one of more energy than there is', [BEGIN, { ...END, RV: '9'.repeat(20) }], ['register-unreadable']],
    ['another register', [BEGIN, { ...END, RI: '1-0:B2.8.0' }], ['other-register']],
    ['direct current at the end', [BEGIN, { ...END, RT: 'DC' }], ['other-current']],
    [
      'seconds for energy',
      [
        { ...BEGIN, RU: 'sec' },
        { ...END, RU: 'sec' },
      ],
      ['unknown-unit', 'unknown-unit'],
    ],
    ['no time', [BEGIN, { ...END, TM: 'yesterday S' }], ['time-unreadable']],
    [
      'an end before the begin',
      [{ ...BEGIN, TM: '2026-06-02T10:00:00,000+0200 S' }, END],
      ['time-backwards'],
    ],
    ['a clock of unknown state', [{ ...BEGIN, TM: '2026-06-01T10:00:00,000+0200' }, END], ['clock-state']],
    [
      'a clock of unknown state at the end',
      [BEGIN, { ...END, TM: '2026-06-01T11:30:00,000+0200' }],
      ['clock-state'],
    ],
    ['a duration that broke off', [{ ...BEGIN, TM: '2026-06-01T10:00:00,000+0200 R' }, END], ['clock-state']],
    ['a meter that was not well', [BEGIN, { ...END, ST: 'E' }], ['meter-state']],
    ['a meter that was exchanged', [{ ...BEGIN, ST: 'X' }, END], ['meter-state']],
    ['energy that the meter itself rejects', [BEGIN, { ...END, EF: 'Et' }], ['energy-unusable']],
    ['the same in between', [BEGIN, { ...X, TX: 'C', EF: 'E' }, END], ['energy-unusable']],
    ['an exception while charging', [BEGIN, X, END], ['exception']],
    [
      'an event that the meter counted',
      [
        { ...BEGIN, EI: 7 },
        { ...END, EI: 8 },
      ],
      ['event-counter'],
    ],
  ])('%s', (_, readings, faults) => {
    expect(kinds(judged(ocmfPayload({ readings })))).toEqual(faults);
  });

  test.each<[string, object, readonly string[]]>([
    ['an identification that was wrong', { IL: 'MISMATCH' }, ['identification']],
    ['a certificate that had run out', { IL: 'OUTDATED' }, ['identification']],
    ['no number', { PG: '7' }, ['page-unreadable']],
    ['a fiscal record', { PG: 'F7' }, ['page-fiscal']],
  ])('%s', (_, head, faults) => {
    expect(kinds(judged(ocmfPayload({ head: { ...head } })))).toEqual(faults);
  });

  test.each<[string, object, object, readonly string[]]>([
    ['records of two meters', {}, { MS: '1ABC0000' }, ['other-meter']],
    ['records of two signing devices', {}, { GS: '0816' }, ['other-meter']],
    ['records of no meter at all', { MS: '', GS: '' }, { MS: '', GS: '' }, ['unnamed-meter']],
    ['the same number twice', {}, { PG: 'T7' }, ['page-order']],
    ['an end numbered before its begin', {}, { PG: 'T6' }, ['page-order']],
    ['another cable', { LC: { LR: 2, LU: 'mOhm' } }, { LC: { LR: 3, LU: 'mOhm' } }, ['other-cable']],
  ])('%s', (_, first, second, faults) => {
    expect(kinds(judged(...twoRecords({ ...first }, { ...second })))).toEqual(faults);
  });

  test('a begin in the record of the end, and the other way round, of whatever register', () => {
    const first = ocmfPayload({ readings: [BEGIN, { ...END, RI: '1-0:2.8.0' }] });
    const second = ocmfPayload({ head: { PG: 'T8' }, readings: [{ ...BEGIN, RI: '1-0:2.8.0' }, END] });
    expect(kinds(judged(first, second))).toEqual(['end-in-begin-record', 'begin-in-end-record']);
  });

  test('each fault names record, reading and field, and what stood there', () => {
    const { faults } = judged(...twoRecords({}, {}, { ST: 'M' }));
    expect(faults).toEqual([
      { kind: 'meter-state', place: { record: 1, reading: 0, field: 'ST' }, found: 'M' },
    ]);
  });
});

describe('what somebody should know all the same', () => {
  test.each<[string, object, object, readonly string[]]>([
    ['records in between that we do not have', {}, { PG: 'T10' }, ['page-gap']],
    ['another card at the end', {}, { ID: 'FFFFFFFF' }, ['other-identification']],
    ['a version that the transparency software does not open', { FV: '1.4' }, {}, ['newer-format']],
    [
      'a cable without its resistance',
      { LC: { LN: 'x', LU: 'mOhm' } },
      { LC: { LN: 'x', LU: 'mOhm' } },
      ['loss-undescribed', 'loss-undescribed'],
    ],
  ])('%s', (_, first, second, remarks) => {
    const found = judged(...twoRecords({ ...first }, { ...second }));
    expect(found.faults).toEqual([]);
    expect(found.remarks.map(({ kind }) => kind)).toEqual(remarks);
  });

  test('time that the meter rejects spoils no energy, and losses begin at nought', () => {
    const readings = [
      { ...BEGIN, EF: 't', CL: 0.5 },
      { ...END, TX: 'X', EF: 't' },
      { ...END, EF: 't' },
    ];
    const found = judged(ocmfPayload({ readings }));
    expect(found).toMatchObject({ energy: 29_500, faults: [], clock: 'unusable' });
    expect(found.remarks.map(({ kind }) => kind)).toEqual([
      'time-unusable',
      'time-unusable',
      'loss-not-reset',
    ]);
  });
});

test.each([
  ['S', 'S', 'synchronised'],
  ['I', 'R', 'relative'],
  ['U', 'R', 'relative'],
  ['R', 'R', 'relative'],
  ['I', 'I', 'informative'],
  ['I', 'S', 'informative'],
])('a clock that is %s at the begin and %s at the end is %s', (from, to, clock) => {
  const at = (reading: WrittenReading, sync: string) => ({
    ...reading,
    TM: String(reading.TM).replace('S', sync),
  });
  expect(judged(ocmfPayload({ readings: [at(BEGIN, from), at(END, to)] }))).toMatchObject({
    clock,
    faults: [],
  });
});

function judged(...payloads: readonly string[]): PairFindings {
  return judgePair(payloads.map(recordOf));
}

function twoRecords(first: object = {}, second: object = {}, end: object = {}): readonly [string, string] {
  return [
    ocmfPayload({ head: { ...first }, readings: [BEGIN] }),
    ocmfPayload({ head: { PG: 'T8', ...second }, readings: [{ ...END, ...end }] }),
  ];
}

function kinds({ faults }: PairFindings): readonly string[] {
  return faults.map(({ kind }) => kind);
}

function recordOf(payload: string): OcmfRecord {
  const read = readOcmf(`OCMF|${payload}|{"SD":"00"}`, (text) => {
    const ms = Date.parse(text.replace(',', '.').replace(/(\d\d)(\d\d)$/, '$1:$2'));
    return Number.isNaN(ms) ? null : instant(ms);
  });
  if (read.kind === 'malformed') throw new Error(read.flaw);
  return read.ocmf.record;
}
