import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callErrorCodes } from '../call-error.ts';
import { type Action, actions } from './actions.ts';
import { checkPayload, type MessagePart } from './validate.ts';

/** The schemas and validators of another implementation, to be compared with ours. */
interface Oracle {
  readonly subprotocol: string;
  validate(schemaId: string, payload: unknown): void;
}

interface OracleSchema {
  readonly $id?: string;
  readonly type: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly items?: OracleSchema;
  readonly properties?: Readonly<Record<string, OracleSchema>>;
  readonly required?: readonly string[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, OracleSchema>>;
}

const require = createRequire(import.meta.url);
const schemas: readonly OracleSchema[] = require('ocpp-rpc/lib/schemas/ocpp1_6.json');
const oracles: readonly Oracle[] = require('ocpp-rpc/lib/standard-validators.js');
const oracle = oracles.find(({ subprotocol }) => subprotocol === 'ocpp1.6');

const parts = (Object.keys(actions) as Action[]).flatMap((action): [Action, MessagePart, string][] => [
  [action, 'request', `urn:${action}.req`],
  [action, 'response', `urn:${action}.conf`],
]);

describe('our verdict is that of an independent implementation', () => {
  test.each(parts)('%s %s', (action, part, schemaId) => {
    const schema = schemas.find(({ $id }) => $id === schemaId);
    if (schema === undefined) throw new Error(`the oracle knows no ${schemaId}`);
    let accepted = 0;
    let rejected = 0;

    fc.assert(
      fc.property(payloadsOf(schema), (payload) => {
        // A difference on purpose, see below.
        fc.pre(!JSON.stringify(payload).includes('"sampledValue":[]'));
        const ours = checkPayload(action, part, payload);
        expect(ours === undefined, `${JSON.stringify(payload)}: ${ours?.problem}`).toBe(
          oracleAccepts(schemaId, payload),
        );
        if (ours === undefined) accepted += 1;
        else rejected += 1;
      }),
      { numRuns: 200, seed: 16 },
    );
    expect(Math.min(accepted, rejected)).toBeGreaterThan(5);
  });
});

describe('where our verdict differs from theirs on purpose', () => {
  const timestamp = '2026-11-21T12:00:00Z';
  const stop = { transactionId: 1, meterStop: 1, timestamp };
  test.each<[string, Action, object, boolean]>([
    [
      'an empty list of samples is a deviation (§7.33 wants one or more)',
      'MeterValues',
      { connectorId: 1, meterValue: [{ timestamp, sampledValue: [] }] },
      false,
    ],
    [
      'a blank instead of T is a deviation',
      'StopTransaction',
      { ...stop, timestamp: '2026-11-21 12:00:00Z' },
      false,
    ],
    ['a number that JSON rounds is no integer', 'StopTransaction', { ...stop, meterStop: 2 ** 53 }, false],
  ])('%s', (_name, ...[action, payload, ours]) => {
    expect(checkPayload(action, 'request', payload) === undefined).toBe(ours);
    expect(oracleAccepts(`urn:${action}.req`, payload)).toBe(!ours);
  });
});

describe('each kind of mistake has its code', () => {
  const timestamp = '2026-11-21T12:00:00Z';
  const start = { connectorId: 1, idTag: 'A', meterStart: 1, timestamp };
  test.each([
    ['a wrong type', { ...start, connectorId: '1' }, 'TypeConstraintViolation'],
    ['a missing field', { connectorId: 1, idTag: 'A', timestamp }, 'OccurenceConstraintViolation'],
    ['a field too many', { ...start, more: 1 }, 'FormationViolation'],
    ['a text too long', { ...start, idTag: 'A'.repeat(21) }, 'PropertyConstraintViolation'],
    ['a time that is none', { ...start, timestamp: 'noon' }, 'PropertyConstraintViolation'],
  ])('%s', (_name, payload, code) => {
    expect(checkPayload('StartTransaction', 'request', payload)?.code).toBe(code);
  });
});

test('only the ten codes of the specification exist, spelled as it spells them', () => {
  expect(callErrorCodes).toHaveLength(10);
  expect(callErrorCodes).toContain('FormationViolation');
  expect(callErrorCodes).toContain('OccurenceConstraintViolation');
});

test('both spellings of Celsius and a stop without reason are valid', () => {
  const timestamp = '2026-11-21T12:00:00Z';
  for (const unit of ['Celsius', 'Celcius']) {
    const sampledValue = [{ value: '1', measurand: 'Temperature', unit }];
    const payload = { connectorId: 0, meterValue: [{ timestamp, sampledValue }] };
    expect(checkPayload('MeterValues', 'request', payload)).toBeUndefined();
  }
  const stop = { transactionId: 1, meterStop: 1, timestamp };
  expect(checkPayload('StopTransaction', 'request', stop)).toBeUndefined();
});

test('a limit of 16.3 A is a multiple of 0.1 although binary fractions disagree', () => {
  const chargingProfile = {
    chargingProfileId: 1,
    stackLevel: 0,
    chargingProfilePurpose: 'TxProfile',
    chargingProfileKind: 'Relative',
    chargingSchedule: { chargingRateUnit: 'A', chargingSchedulePeriod: [{ startPeriod: 0, limit: 16.3 }] },
  };
  const request = { idTag: 'A', chargingProfile };
  expect(checkPayload('RemoteStartTransaction', 'request', request)).toBeUndefined();
});

function oracleAccepts(schemaId: string, payload: unknown): boolean {
  try {
    oracle?.validate(schemaId, payload);
    return true;
  } catch {
    return false;
  }
}

/** Payloads by the schema, about half of them with one mistake somewhere. */
function payloadsOf(schema: OracleSchema): fc.Arbitrary<unknown> {
  const right = exampleOf(schema, schema);
  const wrong = fc.tuple(right, fc.nat(), mistakes).map(([payload, place, mistake]) => {
    const copy: unknown = structuredClone(payload);
    const places = objectsIn(copy);
    mistake(places[place % places.length] ?? {}, place);
    return copy;
  });
  return fc.oneof(right, wrong);
}

function exampleOf(part: OracleSchema, whole: OracleSchema): fc.Arbitrary<unknown> {
  const schema = part.$ref === undefined ? part : (whole.definitions?.[part.$ref.slice(14)] ?? part);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object': {
      const properties = Object.entries(schema.properties ?? {});
      const model = Object.fromEntries(properties.map(([name, field]) => [name, exampleOf(field, whole)]));
      return fc.record(model, { requiredKeys: [...(schema.required ?? [])] });
    }
    case 'array':
      return fc.array(exampleOf(schema.items ?? { type: 'string' }, whole), { minLength: 1, maxLength: 3 });
    case 'string':
      return textOf(schema);
    case 'number':
      return fc.integer({ min: 0, max: 100 });
    case 'integer':
      return fc.integer();
    case 'boolean':
      return fc.boolean();
  }
}

function textOf({ format, maxLength }: OracleSchema): fc.Arbitrary<string> {
  if (format === 'uri') return fc.webUrl();
  if (format !== 'date-time') return fc.string({ maxLength: maxLength ?? 40 });
  return fc
    .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
    .map((date) => date.toISOString());
}

type Mistake = (target: Record<string, unknown>, choice: number) => void;

const mistakes = fc.constantFrom<Mistake>(
  (target) => {
    target.unheardOf = 1;
  },
  (target, choice) => {
    delete target[nameIn(target, choice)];
  },
  ...[null, 'x'.repeat(11_000), 'nonsense', 1.5, -7, true, {}, [], ['x'], [{}], '2026-02-30T00:00:00Z'].map(
    (value): Mistake =>
      (target, choice) => {
        target[nameIn(target, choice)] = value;
      },
  ),
);

function nameIn(target: object, choice: number): string {
  const names = Object.keys(target);
  return names[choice % names.length] ?? 'unheardOf';
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)];
}
