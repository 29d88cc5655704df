import type { DeviationKind } from './deviation.ts';
import type { MeterReading, Sample } from './sampled-value.ts';

export type Summary = Omit<MeterReading, 'timestamp' | 'context' | 'samples' | 'signedData'>;

/** The figures of a reading that the product works with; absent where the station measured nothing. */
export function summarise(samples: readonly Sample[], deviate: (kind: DeviationKind) => void): Summary {
  const summary: { -readonly [Figure in keyof Summary]: Summary[Figure] } = {};
  for (const sample of samples) {
    const figure = figureOf.get(sample.measurand);
    if (figure === undefined || !isFirstOfItsKind(sample, samples)) continue;
    const value = totalOf(samples, placeOf(samples, sample), (values) => {
      // Currents and voltages belong to phases; energy and power have a total that should have been sent.
      if (figure.combine === sum) deviate('phase-sum-only');
      return figure.combine(values);
    });
    if (value === undefined) continue;
    // Phases that are numbers each may add up to none.
    if (Number.isFinite(value)) summary[figure.name] = value;
    else deviate('sample-unreadable');
  }
  return summary;
}

/** `L1` and `L1-N` are two names of the same thing. */
const placeOfPhase: ReadonlyMap<string, number> = new Map([
  ['L1', 0],
  ['L1-N', 0],
  ['L2', 1],
  ['L2-N', 1],
  ['L3', 2],
  ['L3-N', 2],
]);

interface Figure {
  readonly name: keyof Summary;
  /** Makes one value of the values of several phases. */
  combine(values: readonly number[]): number;
}

const figureOf: ReadonlyMap<string, Figure> = new Map<string, Figure>([
  ['Energy.Active.Import.Register', { name: 'energyImportWh', combine: sum }],
  ['Energy.Active.Export.Register', { name: 'energyExportWh', combine: sum }],
  ['Power.Active.Import', { name: 'powerImportW', combine: sum }],
  ['Power.Offered', { name: 'powerOfferedW', combine: sum }],
  ['Current.Import', { name: 'currentImportA', combine: largest }],
  ['Current.Offered', { name: 'currentOfferedA', combine: largest }],
  ['Voltage', { name: 'voltageV', combine: average }],
  ['SoC', { name: 'socPercent', combine: average }],
  ['Temperature', { name: 'temperatureC', combine: largest }],
]);

function isFirstOfItsKind(sample: Sample, samples: readonly Sample[]): boolean {
  return samples.find(({ measurand }) => measurand === sample.measurand) === sample;
}

type Place = Pick<Sample, 'measurand' | 'location'>;

/** Where a measurand counts: at the outlet if it was measured there, else where it was measured first. */
function placeOf(samples: readonly Sample[], { measurand, location }: Sample): Place {
  const atOutlet = samples.some((one) => one.measurand === measurand && one.location === 'Outlet');
  return { measurand, location: atOutlet ? 'Outlet' : location };
}

/** The station's own total, which carries no phase. Where there is none the phases are put together, each once. */
function totalOf(
  samples: readonly Sample[],
  { measurand, location }: Place,
  combine: Figure['combine'],
): number | undefined {
  const ofPhases: (number | undefined)[] = [];
  for (const sample of samples) {
    if (sample.measurand !== measurand || sample.location !== location) continue;
    if (sample.phase === undefined) return sample.value;
    const place = placeOfPhase.get(sample.phase);
    if (place !== undefined) ofPhases[place] ??= sample.value;
  }
  const values = ofPhases.filter((value) => value !== undefined);
  return values.length === 0 ? undefined : combine(values);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function largest(values: readonly number[]): number {
  return Math.max(...values);
}

function average(values: readonly number[]): number {
  return sum(values) / values.length;
}
