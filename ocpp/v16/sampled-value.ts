import type { Deviation, DeviationKind } from './deviation.ts';
import type { MeterValue, SampledValue } from './meter-value.ts';
import { hasDecimalComma, type Quantity, quantityOf, readDecimal } from './quantity.ts';
import { summarise } from './reading-summary.ts';
import { isSigned } from './signed-data.ts';

/** One sample as a plain number in a base unit. */
export interface Sample {
  /** OCPP's word, or the station's own. */
  readonly measurand: string;
  readonly quantity: Quantity;
  readonly value: number;
  readonly phase: string | undefined;
  /** Outlet unless the station says otherwise. */
  readonly location: string;
}

/**
 * What a station measured at one moment and for one reason. What was not measured is absent, never 0. Totals
 * are the station's own where it sends them, else sums over the phases.
 */
export interface MeterReading {
  /** As the station wrote it; see `parseTimestamp`. */
  readonly timestamp: string;
  /** Sample.Periodic unless the station says otherwise. */
  readonly context: string;
  readonly energyImportWh?: number;
  readonly energyExportWh?: number;
  readonly powerImportW?: number;
  readonly powerOfferedW?: number;
  /** The largest current of any phase. */
  readonly currentImportA?: number;
  readonly currentOfferedA?: number;
  /** Phase to neutral, averaged over the phases. */
  readonly voltageV?: number;
  readonly socPercent?: number;
  readonly temperatureC?: number;
  /** Everything readable, also what has no field above. */
  readonly samples: readonly Sample[];
  /** Values in signed format, as they came. */
  readonly signedData: readonly string[];
}

export interface MeterReadings {
  readonly readings: readonly MeterReading[];
  readonly deviations: readonly Deviation[];
}

/** Reads MeterValues and transactionData. What cannot be read is left out and reported, never guessed. */
export function readMeterValues(values: readonly MeterValue[]): MeterReadings {
  const deviations: Deviation[] = [];
  const readings = values.flatMap((value, index) =>
    readOne(value, (kind) => deviations.push({ kind, where: `meterValue.${index}` })),
  );
  return { readings, deviations };
}

interface Gathered {
  readonly context: string;
  readonly samples: Sample[];
  readonly signedData: string[];
}

/** One moment may hold the values of several contexts, e.g. the beginning and the end of a transaction. */
function readOne(value: MeterValue, deviate: (kind: DeviationKind) => void): readonly MeterReading[] {
  const gathered: Gathered[] = [];
  for (const sampled of value.sampledValue) {
    const { samples, signedData } = ofContext(gathered, sampled.context ?? 'Sample.Periodic');
    if (isSigned(sampled)) {
      signedData.push(sampled.value);
      continue;
    }
    const sample = readSample(sampled, deviate);
    if (sample === undefined) deviate('sample-unreadable');
    else samples.push(sample);
  }
  const { timestamp } = value;
  return gathered.map(({ context, samples, signedData }) => ({
    timestamp,
    context,
    ...summarise(samples, deviate),
    samples,
    signedData,
  }));
}

/** What is gathered of a context. There are one or two of them, so looking through is quicker than a map. */
function ofContext(gathered: Gathered[], context: string): Gathered {
  for (const one of gathered) if (one.context === context) return one;
  const made: Gathered = { context, samples: [], signedData: [] };
  gathered.push(made);
  return made;
}

function readSample(sampled: SampledValue, deviate: (kind: DeviationKind) => void): Sample | undefined {
  const number = readDecimal(sampled.value);
  if (number === undefined) return undefined;
  if (hasDecimalComma(sampled.value)) deviate('decimal-comma');

  // OCPP 1.6 §7.43: the default measurand is the import register.
  const measurand = sampled.measurand ?? 'Energy.Active.Import.Register';
  const quantity = quantityOf(measurand, sampled.unit);
  if (quantity === undefined) return undefined;
  const value = quantity.convert(number);
  if (!Number.isFinite(value)) return undefined;
  return {
    measurand,
    quantity: quantity.quantity,
    value,
    phase: sampled.phase,
    location: sampled.location ?? 'Outlet',
  };
}
