/** The base units that samples are converted to. `raw` is whatever has no unit of ours. */
export type Quantity = 'Wh' | 'varh' | 'W' | 'VA' | 'var' | 'A' | 'V' | 'percent' | 'celsius' | 'raw';

export interface Conversion {
  readonly quantity: Quantity;
  convert(value: number): number;
}

/** How to convert a value of this measurand in this unit; undefined when the two do not go together. */
export function quantityOf(measurand: string, unit: string | undefined): Conversion | undefined {
  const expected = quantitiesOfMeasurand(measurand);
  if (unit === undefined) return expected[0] === undefined ? unchanged('raw') : unchanged(expected[0]);
  const conversion = conversionOfUnit.get(unit) ?? conversionOfUnit.get(unit.toLowerCase());
  if (conversion === undefined) return expected.length === 0 ? unchanged('raw') : undefined;
  return expected.length === 0 || expected.includes(conversion.quantity) ? conversion : undefined;
}

/** A decimal number, also one with a decimal comma. Undefined for everything else, also for empty text. */
export function readDecimal(text: string): number | undefined {
  if (!decimal.test(text)) return undefined;
  const value = Number(hasDecimalComma(text) ? text.replace(',', '.') : text);
  return Number.isFinite(value) ? value : undefined;
}

export function hasDecimalComma(text: string): boolean {
  return text.includes(',');
}

const decimal = /^\s*[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?\s*$/;

const conversionOfUnit: ReadonlyMap<string, Conversion> = new Map([
  ['Wh', unchanged('Wh')],
  ['wh', unchanged('Wh')],
  ['kWh', thousandfold('Wh')],
  ['kwh', thousandfold('Wh')],
  ['varh', unchanged('varh')],
  ['kvarh', thousandfold('varh')],
  ['W', unchanged('W')],
  ['w', unchanged('W')],
  ['kW', thousandfold('W')],
  ['kw', thousandfold('W')],
  ['VA', unchanged('VA')],
  ['kVA', thousandfold('VA')],
  ['var', unchanged('var')],
  ['kvar', thousandfold('var')],
  ['A', unchanged('A')],
  ['a', unchanged('A')],
  ['V', unchanged('V')],
  ['v', unchanged('V')],
  ['Percent', unchanged('percent')],
  ['percent', unchanged('percent')],
  ['%', unchanged('percent')],
  ['Celsius', unchanged('celsius')],
  ['Celcius', unchanged('celsius')],
  ['K', { quantity: 'celsius', convert: (kelvin) => rounded(kelvin - 273.15) }],
  ['Fahrenheit', { quantity: 'celsius', convert: (fahrenheit) => rounded(((fahrenheit - 32) * 5) / 9) }],
]);

/** What a measurand may be measured in, the default first; empty for measurands without a unit of ours. */
function quantitiesOfMeasurand(measurand: string): readonly Quantity[] {
  if (measurand.startsWith('Energy.Reactive')) return ['varh'];
  if (measurand.startsWith('Energy.')) return ['Wh'];
  if (measurand.startsWith('Power.Reactive')) return ['var'];
  if (measurand === 'Power.Factor') return [];
  if (measurand.startsWith('Power.')) return ['W', 'VA'];
  if (measurand.startsWith('Current.')) return ['A'];
  if (measurand === 'Voltage') return ['V'];
  if (measurand === 'SoC') return ['percent'];
  return measurand === 'Temperature' ? ['celsius'] : [];
}

function unchanged(quantity: Quantity): Conversion {
  return { quantity, convert: (value) => value };
}

function thousandfold(quantity: Quantity): Conversion {
  return { quantity, convert: (value) => rounded(value * 1000) };
}

/** Takes the dust of binary fractions off: 12.345 kWh are 12345 Wh. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
