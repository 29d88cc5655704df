import { LONGEST_TIME } from './fields.ts';
import type { Findings } from './findings.ts';
import type { FieldSchema } from './repair.ts';
import { parseTimestamp } from './timestamp.ts';

/** Text from text, numbers and truth values; cut or kept as the field allows. Undefined after a failure. */
export function readText(schema: FieldSchema, value: unknown, findings: Findings): string | undefined {
  const text = textOf(value);
  if (text === undefined) return findings.fail('TypeConstraintViolation', 'must be text');
  if (typeof value !== 'string') findings.deviate('text-as-number');

  if (schema.enum !== undefined) return readWord(schema, text, findings);
  if (schema.format === 'date-time') return readTime(text, findings);
  return schema.maxLength === undefined ? text : fitText(schema, text, findings);
}

/** Numbers from numbers and from text with decimal point or comma. Undefined after a failure. */
export function readNumber(schema: FieldSchema, value: unknown, findings: Findings): number | undefined {
  const number = typeof value === 'string' ? numberIn(value, findings) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    return findings.fail('TypeConstraintViolation', 'must be a number');
  }
  if (schema.type === 'number' || Number.isSafeInteger(number)) return number;
  if (!schema.tolerance?.fraction || Math.abs(number) > Number.MAX_SAFE_INTEGER) {
    return findings.fail('TypeConstraintViolation', 'must be an integer');
  }
  findings.deviate('fractional-register');
  return number;
}

/** Truth from truth values and from the words and numbers for them. Undefined after a failure. */
export function readTruth(value: unknown, findings: Findings): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const truth = truthOfWord.get(String(value).toLowerCase());
  if (truth === undefined) return findings.fail('TypeConstraintViolation', 'must be true or false');
  findings.deviate('number-as-text');
  return truth;
}

const LONGEST_UNKNOWN_WORD = 64;

const truthOfWord: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['1', true],
  ['0', false],
]);

const decimalNumber = /^[+-]?\d+(?:[.,]\d+)?$/;

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
    return String(value);
  }
  return undefined;
}

function numberIn(text: string, findings: Findings): number | undefined {
  const trimmed = text.trim();
  if (!decimalNumber.test(trimmed)) return undefined;
  findings.deviate('number-as-text');
  if (trimmed.includes(',')) findings.deviate('decimal-comma');
  return Number(trimmed.replace(',', '.'));
}

function readWord(schema: FieldSchema, text: string, findings: Findings): string | undefined {
  if (schema.enum?.includes(text)) return text;
  if (!schema.tolerance?.openEnum) {
    return findings.fail('PropertyConstraintViolation', 'has an unknown value');
  }
  findings.deviate('unknown-value');
  return text.slice(0, LONGEST_UNKNOWN_WORD);
}

/** Any text passes; who uses it decides what an unreadable time means. */
function readTime(text: string, findings: Findings): string {
  if (text.length > LONGEST_TIME) {
    findings.deviate('timestamp-unreadable');
    return text.slice(0, LONGEST_TIME);
  }
  const parsed = parseTimestamp(text);
  if (parsed.kind === 'unreadable') findings.deviate('timestamp-unreadable');
  if (parsed.kind === 'local') findings.deviate('timestamp-without-zone');
  if (parsed.kind === 'instant' && !parsed.strict) findings.deviate('timestamp-odd-form');
  return text;
}

function fitText(schema: FieldSchema, text: string, findings: Findings): string | undefined {
  const maxLength = schema.maxLength ?? Number.POSITIVE_INFINITY;
  // Lengths count characters, not UTF-16 units; only long texts need the slow count.
  if (text.length <= maxLength) return text;
  const characters = Array.from(text);
  if (characters.length <= maxLength) return text;

  const longest = schema.tolerance?.keepUpTo ?? maxLength;
  if (characters.length > longest && schema.tolerance?.neverCut) {
    return findings.fail('PropertyConstraintViolation', `is longer than ${longest} characters`);
  }
  findings.deviate('text-too-long');
  return characters.length <= longest ? text : characters.slice(0, longest).join('');
}
