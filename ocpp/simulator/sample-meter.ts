import type { MeterValue, SampledValue } from '../v16/meter-value.ts';
import { formatTimestamp } from '../v16/timestamp.ts';

export interface MeterSnapshot {
  readonly at: number;
  readonly registerWh: number;
  readonly powerW: number;
  readonly context: 'Sample.Periodic' | 'Trigger' | 'Transaction.Begin' | 'Transaction.End';
}

const VOLTAGE_V = 230;

/** A meter value as a decent three-phase wallbox sends it; small loads run on one phase. */
export function sampleMeter({ at, registerWh, powerW, context }: MeterSnapshot): MeterValue {
  const phases = powerW > 4600 ? ['L1', 'L2', 'L3'] : ['L1'];
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
  return { timestamp: formatTimestamp(at), sampledValue };
}
