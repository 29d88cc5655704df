import type { DeviationKind } from './deviation.ts';
import type { MeterReading, Sample } from './sampled-value.ts';

export type Summary = Omit<MeterReading, 'timestamp' | 'context' | 'samples' | 'signedData'>;

/** The figures of a reading that the product works with; absent where the station measured nothing. */
export function summarise(samples: readonly Sample[], deviate: (kind: DeviationKind) => void): Summary {
  const summary: { -readonly [Figure in keyof Summary]: Summary[Figure] } = {};
  const done = new Set<string>();
  for (const { measurand } of samples) {
    const figure = figureOf.get(measurand);
    if (figure === undefined || done.has(measurand)) continue;
    done.add(measurand);
    const value = totalOf(measuredAtOnePlace(samples, measurand), figure.combine, deviate);
    if (value === undefined) continue;
    // Phases that are numbers each may add up to none.
    if (Number.isFinite(value)) summary[figure.name] = value;
    else deviate('sample-unreadable');
  }
  return summary;
}

const phases = [
  ['L1', 'L1-N'],
  ['L2', 'L2-N'],
  ['L3', 'L3-N'],
] as const;

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

/** The samples of one measurand at one place: the outlet if it was measured there, else where it was. */
function measuredAtOnePlace(samples: readonly Sample[], measurand: string): readonly Sample[] {
  const all = samples.filter((sample) => sample.measurand === measurand);
  const [first] = all;
  if (first === undefined || all.length === 1) return all;
  const place = all.some(({ location }) => location === 'Outlet') ? 'Outlet' : first.location;
  return all.filter(({ location }) => location === place);
}

/**
 * The station's own total, which carries no phase. Where there is none the phases are put together, each once:
 * `L1` and `L1-N` are two names of the same thing.
 */
function totalOf(
  samples: readonly Sample[],
  combine: Figure['combine'],
  deviate: (kind: DeviationKind) => void,
): number | undefined {
  const total = samples.find((sample) => sample.phase === undefined);
  if (total !== undefined) return total.value;

  const values: number[] = [];
  for (const [line, lineToNeutral] of phases) {
    const sample = samples.find(({ phase }) => phase === line || phase === lineToNeutral);
    if (sample !== undefined) values.push(sample.value);
  }
  if (values.length === 0) return undefined;
  // Currents and voltages belong to phases; energy and power have a total that should have been sent.
  if (combine === sum) deviate('phase-sum-only');
  return combine(values);
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
