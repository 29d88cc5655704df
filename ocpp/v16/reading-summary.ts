import type { DeviationKind } from './deviation.ts';
import type { MeterReading, Sample } from './sampled-value.ts';

type Summary = Omit<MeterReading, 'timestamp' | 'context' | 'samples' | 'signedData'>;

/** The figures of a reading that the product works with; absent where the station measured nothing. */
export function summarise(samples: readonly Sample[], deviate: (kind: DeviationKind) => void): Summary {
  const figures = {
    energyImportWh: totalOf(measured(samples, 'Energy.Active.Import.Register'), sum, deviate),
    energyExportWh: totalOf(measured(samples, 'Energy.Active.Export.Register'), sum, deviate),
    powerImportW: totalOf(measured(samples, 'Power.Active.Import'), sum, deviate),
    powerOfferedW: totalOf(measured(samples, 'Power.Offered'), sum, deviate),
    currentImportA: totalOf(measured(samples, 'Current.Import'), largest),
    currentOfferedA: totalOf(measured(samples, 'Current.Offered'), largest),
    voltageV: totalOf(measured(samples, 'Voltage').filter(isPhaseToNeutral), average),
    socPercent: totalOf(measured(samples, 'SoC'), average),
    temperatureC: totalOf(measured(samples, 'Temperature'), largest),
  };
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined));
}

/** The samples of one measurand at one place: the outlet if it was measured there, else where it was. */
function measured(samples: readonly Sample[], measurand: string): readonly Sample[] {
  const all = samples.filter((sample) => sample.measurand === measurand);
  const place = all.some((sample) => sample.location === 'Outlet') ? 'Outlet' : all[0]?.location;
  return all.filter((sample) => sample.location === place);
}

/**
 * The station's own total, which carries no phase. Where there is none the phases are put together, once:
 * `L1` and `L1-N` are two ways to name the same thing.
 */
function totalOf(
  samples: readonly Sample[],
  combine: (values: readonly number[]) => number,
  deviate?: (kind: DeviationKind) => void,
): number | undefined {
  const total = samples.find((sample) => sample.phase === undefined);
  if (total !== undefined) return total.value;

  const byPhase = new Map<string, number>();
  for (const { phase, value } of samples) {
    if (phase !== undefined && isLine(phase) && !byPhase.has(phase.slice(0, 2))) {
      byPhase.set(phase.slice(0, 2), value);
    }
  }
  if (byPhase.size === 0) return undefined;
  deviate?.('phase-sum-only');
  return combine([...byPhase.values()]);
}

function isLine(phase: string): boolean {
  return (phase.startsWith('L1') || phase.startsWith('L2') || phase.startsWith('L3')) && phase.length !== 5;
}

function isPhaseToNeutral(sample: Sample): boolean {
  return sample.phase === undefined || isLine(sample.phase);
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
