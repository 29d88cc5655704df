import type { JsonSchema } from './json-schema.ts';

/** What is wrong at one place of a message. */
export interface ValueProblem {
  readonly kind:
    | 'missing'
    | 'unknown'
    | 'not-text'
    | 'not-whole'
    | 'not-number'
    | 'not-yes-no'
    | 'not-list'
    | 'not-object'
    | 'not-offered'
    | 'not-time'
    | 'too-long'
    | 'too-small'
    | 'too-large'
    | 'too-few'
    | 'too-fine';
  /** The limit that was passed, where there is one. */
  readonly limit?: number;
}

/** Problems by their place: field names and numbers joined by dots. Empty when the message may be sent. */
export type ValueProblems = ReadonlyMap<string, ValueProblem>;

/** Holds a message against its schema. The server does so again; here every field gets its own words. */
export function checkValue(schema: JsonSchema, value: unknown): ValueProblems {
  const problems = new Map<string, ValueProblem>();
  check(schema, value, '');
  return problems;

  function check(inner: JsonSchema, at: unknown, place: string): void {
    const found = problemOf(inner, at);
    if (found !== null) problems.set(place, found);
    else if (Array.isArray(at)) {
      for (const [index, item] of at.entries()) check(inner.items ?? {}, item, join(place, index));
    } else if (inner.type === 'object') checkFields(inner, at as Readonly<Record<string, unknown>>, place);
  }

  function checkFields(inner: JsonSchema, fields: Readonly<Record<string, unknown>>, place: string): void {
    const known = inner.properties ?? {};
    for (const name of inner.required ?? [])
      if (fields[name] === undefined) problems.set(join(place, name), { kind: 'missing' });
    for (const [name, field] of Object.entries(fields)) {
      const schemaOfField = Object.hasOwn(known, name) ? known[name] : undefined;
      if (schemaOfField === undefined) problems.set(join(place, name), { kind: 'unknown' });
      else if (field !== undefined) check(schemaOfField, field, join(place, name));
    }
  }
}

export function join(place: string, step: string | number): string {
  return place === '' ? String(step) : `${place}.${step}`;
}

function problemOf(schema: JsonSchema, value: unknown): ValueProblem | null {
  switch (schema.type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? null
        : { kind: 'not-object' };
    case 'array':
      if (!Array.isArray(value)) return { kind: 'not-list' };
      return schema.minItems !== undefined && value.length < schema.minItems
        ? { kind: 'too-few', limit: schema.minItems }
        : null;
    case 'integer':
      return Number.isSafeInteger(value) ? numberProblem(schema, Number(value)) : { kind: 'not-whole' };
    case 'number':
      return typeof value === 'number' ? numberProblem(schema, value) : { kind: 'not-number' };
    case 'boolean':
      return typeof value === 'boolean' ? null : { kind: 'not-yes-no' };
    case 'string':
      return typeof value === 'string' ? textProblem(schema, value) : { kind: 'not-text' };
    default:
      return null;
  }
}

function numberProblem({ minimum, maximum, multipleOf }: JsonSchema, value: number): ValueProblem | null {
  if (minimum !== undefined && value < minimum) return { kind: 'too-small', limit: minimum };
  if (maximum !== undefined && value > maximum) return { kind: 'too-large', limit: maximum };
  // 16.3 is no exact multiple of 0.1 in binary fractions.
  if (multipleOf !== undefined && Math.abs(value / multipleOf - Math.round(value / multipleOf)) > 1e-6)
    return { kind: 'too-fine', limit: multipleOf };
  return null;
}

/** RFC 3339 with a zone, as OCPP 1.6 wants it. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

function textProblem(schema: JsonSchema, value: string): ValueProblem | null {
  if (schema.enum !== undefined && !schema.enum.includes(value)) return { kind: 'not-offered' };
  if (schema.format === 'date-time' && (!TIME.test(value) || Number.isNaN(Date.parse(value))))
    return { kind: 'not-time' };
  if (schema.maxLength !== undefined && [...value].length > schema.maxLength)
    return { kind: 'too-long', limit: schema.maxLength };
  return null;
}
