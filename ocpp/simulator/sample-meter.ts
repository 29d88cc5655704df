import type { MeterValue, SampledValue } from '../v16/meter-value.ts';
import { formatTimestamp } from '../v16/timestamp.ts';
import { phasesOf } from './connector.ts';
import { VOLTAGE_V } from './schedule-limit.ts';

export interface MeterSnapshot {
  readonly at: number;
  readonly registerWh: number;
  readonly powerW: number;
  readonly context: 'Sample.Periodic' | 'Sample.Clock' | 'Trigger' | 'Transaction.Begin' | 'Transaction.End';
  /** On how many phases it flows; what is usual for that power unless said otherwise. */
  readonly phases?: 1 | 3;
}

/** A meter value as a decent three-phase wallbox sends it, with the measurands that are asked for. */
export function sampleMeter(snapshot: MeterSnapshot, measurands?: readonly string[]): MeterValue {
  const { at, registerWh, powerW, context } = snapshot;
  const phases = (snapshot.phases ?? phasesOf(powerW)) === 3 ? ['L1', 'L2', 'L3'] : ['L1'];
  const currentA = powerW / VOLTAGE_V / phases.length;
  const sampledValue: SampledValue[] = [
    {
      measurand: 'Energy.Active.Import.Register',
      unit: 'Wh',
      context,
      value: String(Math.floor(registerWh)),
    },
    { measurand: 'Power.Active.Import', unit: 'W', context, value: powerW.toFixed(0) },
    ...phases.map((phase) => ({
      measurand: 'Current.Import' as const,
      unit: 'A' as const,
      phase,
      context,
      value: currentA.toFixed(1),
    })),
    { measurand: 'Voltage', unit: 'V', phase: 'L1-N', context, value: VOLTAGE_V.toFixed(1) },
  ];
  const wanted = sampledValue.filter(
    ({ measurand }) => measurands === undefined || measurands.includes(measurand ?? ''),
  );
  return { timestamp: formatTimestamp(at), sampledValue: wanted };
}
