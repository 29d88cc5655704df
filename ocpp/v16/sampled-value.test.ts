import { expect, test } from 'vitest';
import type { SampledValue } from './meter-value.ts';
import { readMeterValues } from './sampled-value.ts';

const timestamp = '2026-11-21T12:00:00Z';

function read(...sampledValue: SampledValue[]) {
  return readMeterValues([{ timestamp, sampledValue }]);
}

test('a bare value is the import register in Wh', () => {
  expect(read({ value: '1234.5' }).readings[0]).toMatchObject({
    timestamp,
    context: 'Sample.Periodic',
    energyImportWh: 1234.5,
  });
});

test.each([
  [{ value: '12.345', unit: 'kWh' }, { energyImportWh: 12_345 }],
  [{ value: '12,345', unit: 'kWh' }, { energyImportWh: 12_345 }],
  [{ value: '11', unit: 'kW', measurand: 'Power.Active.Import' }, { powerImportW: 11_000 }],
  [{ value: '7400', measurand: 'Power.Offered' }, { powerOfferedW: 7_400 }],
  [{ value: '16', unit: 'A', measurand: 'Current.Offered' }, { currentOfferedA: 16 }],
  [{ value: '80', unit: 'Percent', measurand: 'SoC', location: 'EV' }, { socPercent: 80 }],
  [{ value: '20', unit: 'Celcius', measurand: 'Temperature' }, { temperatureC: 20 }],
  [{ value: '68', unit: 'Fahrenheit', measurand: 'Temperature' }, { temperatureC: 20 }],
  [{ value: '3', unit: 'kWh', measurand: 'Energy.Active.Export.Register' }, { energyExportWh: 3_000 }],
])('%j is %j', (sample, expected) => {
  expect(read(sample).readings[0]).toMatchObject(expected);
});

test('what is not measured is absent, not zero', () => {
  const reading = read({ value: '5' }).readings[0];
  expect(reading).not.toHaveProperty('powerImportW');
  expect(reading).not.toHaveProperty('socPercent');
});

test('phases are summed only where the station gives no total', () => {
  const phase = (name: string, value: string) => ({ value, phase: name, measurand: 'Power.Active.Import' });
  const phases = [phase('L1', '3000'), phase('L2', '3100'), phase('L3', '3200')];

  const alone = read(...phases);
  expect(alone.readings[0]?.powerImportW).toBe(9_300);
  expect(alone.deviations).toEqual([{ kind: 'phase-sum-only', where: 'meterValue.0' }]);
  const withTotal = read(...phases, { value: '9299', measurand: 'Power.Active.Import' });
  expect(withTotal.readings[0]?.powerImportW).toBe(9_299);
  expect(withTotal.deviations).toEqual([]);
});

test('the same phase under two names counts once, and currents are not added up', () => {
  const reading = read(
    { value: '10', phase: 'L1', measurand: 'Current.Import', unit: 'A' },
    { value: '10', phase: 'L1-N', measurand: 'Current.Import', unit: 'A' },
    { value: '12', phase: 'L2', measurand: 'Current.Import', unit: 'A' },
    { value: '230', phase: 'L1-N', measurand: 'Voltage', unit: 'V' },
    { value: '400', phase: 'L1-L2', measurand: 'Voltage', unit: 'V' },
  ).readings[0];
  expect(reading).toMatchObject({ currentImportA: 12, voltageV: 230 });
});

test('the outlet is preferred to other places', () => {
  const reading = read({ value: '100', location: 'Inlet' }, { value: '99', location: 'Outlet' }).readings[0];
  expect(reading?.energyImportWh).toBe(99);
});

test('signed values are kept as they came', () => {
  const { readings } = read({ value: 'OCMF|{}|{}', format: 'SignedData', context: 'Transaction.End' });
  expect(readings[0]).toMatchObject({ context: 'Transaction.End', signedData: ['OCMF|{}|{}'], samples: [] });
});

test('the contexts of one moment are told apart', () => {
  const { readings } = read(
    { value: '1', context: 'Transaction.Begin' },
    { value: '9', context: 'Transaction.End' },
  );
  expect(readings.map(({ context, energyImportWh }) => [context, energyImportWh])).toEqual([
    ['Transaction.Begin', 1],
    ['Transaction.End', 9],
  ]);
});

test.each([
  { value: '' },
  { value: 'n/a' },
  { value: '0x10' },
  { value: 'Infinity' },
  { value: '5', unit: 'A', measurand: 'Power.Active.Import' },
  { value: '5', unit: 'bananas' },
  { value: '1e306', unit: 'kWh' },
])('%j is left out and reported', (sample) => {
  const { readings, deviations } = read(sample, { value: '7', measurand: 'SoC' });
  expect(readings[0]).toMatchObject({ socPercent: 7 });
  expect(readings[0]).not.toHaveProperty('energyImportWh');
  expect(deviations).toEqual([{ kind: 'sample-unreadable', where: 'meterValue.0' }]);
});

test('phases that add up to no number have no sum', () => {
  const { readings, deviations } = read(
    ...['L1', 'L2', 'L3'].map((phase) => ({ value: '1e308', phase, measurand: 'Power.Active.Import' })),
  );
  expect(readings[0]).not.toHaveProperty('powerImportW');
  expect(deviations.map(({ kind }) => kind)).toEqual(['phase-sum-only', 'sample-unreadable']);
});
