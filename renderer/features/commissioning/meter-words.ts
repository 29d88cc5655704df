import { listAt, numberAt, objectAt, textAt } from './json-fields.ts';
import type { SummaryContext } from './trace-summary.ts';

interface Sample {
  readonly measurand: string;
  readonly phase: string;
  readonly value: number;
}

/** "11.0 kW, 45.2 kWh, 16.0 A, 55 %": what a person at the station wants to know of meter values. */
export function meterWords(meterValues: readonly unknown[], { t, format }: SummaryContext): string {
  const [latest] = meterValues.slice(-1);
  const samples = listAt(objectAt({ latest }, 'latest'), 'sampledValue').flatMap(sampleOf);
  const power = total(samples, 'Power.Active.Import');
  const energy = total(samples, 'Energy.Active.Import.Register');
  const current = highest(samples, 'Current.Import');
  const charge = total(samples, 'SoC');
  const parts = [
    power === undefined ? '' : format.power(power),
    energy === undefined ? '' : format.energy(energy),
    current === undefined ? '' : `${format.number(current, 1)} A`,
    charge === undefined ? '' : t('trace.said.charge', { percent: format.percent(Math.round(charge)) }),
    meterValues.length > 1 ? t('trace.said.moments', { count: meterValues.length }) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? t('trace.said.samples', { count: samples.length }) : parts.join(', ');
}

function sampleOf(value: unknown): readonly Sample[] {
  const sampled = objectAt({ value }, 'value');
  const number = numberAt(sampled, 'value');
  if (number === undefined) return [];
  const thousands = /^k/i.test(textAt(sampled, 'unit')) && textAt(sampled, 'unit') !== 'K';
  return [
    {
      // OCPP 1.6 §7.43: the energy register unless it says otherwise.
      measurand: textAt(sampled, 'measurand') || 'Energy.Active.Import.Register',
      phase: textAt(sampled, 'phase'),
      value: thousands ? number * 1_000 : number,
    },
  ];
}

/** The station's own total, else the sum of the phases. */
function total(samples: readonly Sample[], measurand: string): number | undefined {
  const of = samples.filter((sample) => sample.measurand === measurand);
  const own = of.find(({ phase }) => phase === '');
  if (own !== undefined) return own.value;
  const phases = of.filter(({ phase }) => /^L[123](-N)?$/.test(phase));
  return phases.length === 0 ? undefined : phases.reduce((sum, { value }) => sum + value, 0);
}

function highest(samples: readonly Sample[], measurand: string): number | undefined {
  const values = samples.filter((sample) => sample.measurand === measurand).map(({ value }) => value);
  return values.length === 0 ? undefined : Math.max(...values);
}
