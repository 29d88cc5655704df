import type { FieldType } from './import-kind.ts';
import { finding, type Reading } from './import-problem.ts';

type NumberType = Extract<FieldType, { readonly as: 'number' }>;

/** Units that a cell may bring with it, in parts of the field's own. */
const FACTORS: Readonly<Record<NumberType['unit'], Readonly<Record<string, number>>>> = {
  kWh: { kwh: 1, wh: 0.001, mwh: 1_000 },
  kW: { kw: 1, w: 0.001, mw: 1_000, kva: 1 },
  km: { km: 1, tkm: 1_000 },
  '': { ph: 1, phase: 1, phases: 1, phasen: 1, phasig: 1, '-phasig': 1, '~': 1 },
};

/** Reads a number with its unit. The value has a decimal point and no zeros behind. */
export function readNumber(text: string, type: NumberType): Reading {
  const match = /^([+-]?[\d.,'\s]*\d)\s*([^\d\s].*)?$/.exec(text);
  if (match === null) return { value: text, problems: [finding('not-a-number')] };
  const [, digits = '', unit] = match;
  const factor = unit === undefined ? 1 : FACTORS[type.unit][unit.trim().toLowerCase()];
  if (factor === undefined) return { value: text, problems: [finding('unit-unknown')] };
  const wholeOnly = type.unit === 'km' || type.unit === '';
  const read = decimal(digits.replace(/[\s']/g, ''), wholeOnly);
  if (read === null) return { value: text, problems: [finding('not-a-number')] };
  const number = rounded(read.number * factor);
  const value = String(number);
  if (wholeOnly && !Number.isInteger(number))
    return { value, problems: [finding('not-a-number', String(Math.round(number)))] };
  if (number >= type.from && number <= type.to)
    return { value, problems: read.sure ? [] : [finding('thousands-or-decimals', value)] };
  const thousandth = rounded(number / 1_000);
  const isThousandfold = unit === undefined && thousandth >= type.from && thousandth <= type.to;
  return {
    value,
    problems: isThousandfold ? [finding('unit-likely-wrong', String(thousandth))] : [finding('out-of-range')],
  };
}

/** Comma or point, and which of them stands between thousands. Not sure of 1.234, which may be either. */
function decimal(
  text: string,
  wholeOnly: boolean,
): { readonly number: number; readonly sure: boolean } | null {
  const points = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  const number = (plain: string) => (/^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null);
  const sure = (plain: string) => {
    const read = number(plain);
    return read === null ? null : { number: read, sure: true };
  };
  if (points > 0 && commas > 0)
    return text.lastIndexOf(',') > text.lastIndexOf('.')
      ? sure(text.replaceAll('.', '').replace(',', '.'))
      : sure(text.replaceAll(',', ''));
  if (points > 1 || commas > 1) return sure(text.replace(/[.,]/g, ''));
  if (points + commas === 0) return sure(text);
  if (!/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return sure(text.replace(',', '.'));
  if (wholeOnly) return sure(text.replace(/[.,]/, ''));
  const read = number(text.replace(',', '.'));
  return read === null ? null : { number: read, sure: false };
}

function rounded(number: number): number {
  return Number(number.toFixed(6));
}
