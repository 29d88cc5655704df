import { expect, test } from 'vitest';
import { checkValue } from './check-value.ts';
import { draftOf, emptyDraft, filledIn, type JsonSchema } from './json-schema.ts';

const SCHEMA: JsonSchema = {
  type: 'object',
  required: ['connectorId', 'type'],
  properties: {
    connectorId: { type: 'integer', minimum: 0 },
    type: { type: 'string', enum: ['Soft', 'Hard'] },
    note: { type: 'string', maxLength: 5 },
    until: { type: 'string', format: 'date-time' },
    limits: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['limit'],
        properties: { limit: { type: 'number', multipleOf: 0.1 }, final: { type: 'boolean' } },
      },
    },
  },
};

test('what was typed becomes the message, and what was left empty is left out', () => {
  const draft = {
    connectorId: '2',
    type: 'Hard',
    note: '',
    limits: [{ limit: '16,3', final: 'true' }, { limit: 'much' }],
  };
  expect(filledIn(SCHEMA, draft)).toEqual({
    connectorId: 2,
    type: 'Hard',
    limits: [{ limit: 16.3, final: true }, { limit: 'much' }],
  });
  expect(filledIn(SCHEMA, emptyDraft(SCHEMA))).toEqual({});
});

test('JSON and form say the same', () => {
  const value = { connectorId: 1, type: 'Soft', limits: [{ limit: 6, final: false }] };
  expect(filledIn(SCHEMA, draftOf(value))).toEqual(value);
});

test('every field that is wrong has its own problem', () => {
  const problems = checkValue(SCHEMA, {
    type: 'Gentle',
    note: 'too long',
    until: '2026-11-21 08:00',
    limits: [{ limit: 16.35 }, { limit: 'much', final: 1 }, {}],
    surprise: 1,
  });
  expect(Object.fromEntries([...problems].map(([place, { kind }]) => [place, kind]))).toEqual({
    connectorId: 'missing',
    type: 'not-offered',
    note: 'too-long',
    until: 'not-time',
    'limits.0.limit': 'too-fine',
    'limits.1.limit': 'not-number',
    'limits.1.final': 'not-yes-no',
    'limits.2.limit': 'missing',
    surprise: 'unknown',
  });
  expect(checkValue(SCHEMA, { connectorId: 0, type: 'Soft', until: '2026-11-21T08:00:00Z' }).size).toBe(0);
  expect(checkValue(SCHEMA, []).get('')?.kind).toBe('not-object');
  expect(checkValue(SCHEMA, { connectorId: -1, type: 'Soft', limits: [] })).toEqual(
    new Map([
      ['connectorId', { kind: 'too-small', limit: 0 }],
      ['limits', { kind: 'too-few', limit: 1 }],
    ]),
  );
});
