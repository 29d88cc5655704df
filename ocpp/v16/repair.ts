import type { TSchema } from 'typebox';
import type { Deviation } from './deviation.ts';
import type { FieldTolerance } from './fields.ts';
import { type Findings, findingsIn, type Notebook } from './findings.ts';
import { readNumber, readText, readTruth } from './repair-values.ts';
import type { SchemaProblem } from './validate.ts';

export interface Repair {
  /** The payload rebuilt field by field from the schema; incomplete when there is a problem. */
  readonly payload: unknown;
  readonly deviations: readonly Deviation[];
  /** The first thing that could not be repaired. */
  readonly problem: SchemaProblem | undefined;
}

/** The parts of a JSON schema that the messages of OCPP 1.6 use. */
export interface FieldSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly items?: FieldSchema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly tolerance?: FieldTolerance;
}

/**
 * Rebuilds a payload that failed the strict check. Only fields that the schema names are copied, so nothing
 * like `__proto__` survives. The schema bounds the recursion.
 */
export function repairPayload(schema: TSchema, payload: unknown): Repair {
  const notebook: Notebook = { deviations: [], problems: [] };
  const rebuilt = repairValue(schema as FieldSchema, payload, findingsIn(notebook));
  return { payload: rebuilt, deviations: notebook.deviations, problem: notebook.problems[0] };
}

/** The repaired value, or undefined after a failure was noted. */
function repairValue(schema: FieldSchema, value: unknown, findings: Findings): unknown {
  switch (schema.type) {
    case 'object':
      return repairObject(schema, value, findings);
    case 'array':
      return repairList(schema, value, findings);
    case 'string':
      return readText(schema, value, findings);
    case 'integer':
    case 'number':
      return readNumber(schema, value, findings);
    case 'boolean':
      return readTruth(value, findings);
    default:
      throw new Error(`no repair for schema type ${schema.type}`);
  }
}

function repairObject(schema: FieldSchema, value: unknown, findings: Findings): unknown {
  if (!isRecord(value)) return findings.fail('TypeConstraintViolation', 'must be an object');

  const properties = schema.properties ?? {};
  const rebuilt: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(properties)) {
    const found = Object.hasOwn(value, name) ? value[name] : undefined;
    if (found === null) findings.at(name).deviate('null-field');
    const repaired =
      found === undefined || found === null
        ? replaceMissing(field, schema.required?.includes(name) ?? false, findings.at(name))
        : repairValue(field, found, findings.at(name));
    if (repaired !== undefined) rebuilt[name] = repaired;
  }
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(properties, name)) findings.at(name).deviate('unknown-field');
  }
  return rebuilt;
}

function replaceMissing(field: FieldSchema, required: boolean, findings: Findings): unknown {
  if (!required) return undefined;
  if (!field.tolerance?.emptyWhenMissing) return findings.fail('OccurenceConstraintViolation', 'is missing');
  findings.deviate(field.format === 'date-time' ? 'timestamp-missing' : 'text-missing');
  return '';
}

function repairList(schema: FieldSchema, value: unknown, findings: Findings): unknown {
  if (!Array.isArray(value)) return findings.fail('TypeConstraintViolation', 'must be a list');
  if (value.length === 0 && schema.minItems !== undefined)
    findings.deviate(schema.tolerance?.dropUnreadable ? 'empty-sampled-value' : 'empty-list');

  const repairItem = schema.tolerance?.dropUnreadable ? repairOrDrop : repairValue;
  return value
    .map((item, index) => repairItem(schema.items ?? {}, item, findings.at(index)))
    .filter((item) => item !== undefined);
}

function repairOrDrop(schema: FieldSchema, item: unknown, findings: Findings): unknown {
  const notebook: Notebook = { deviations: [], problems: [] };
  const repaired = repairValue(schema, item, findingsIn(notebook, findings.where));
  if (notebook.problems.length > 0) {
    findings.deviate('sample-unreadable');
    return undefined;
  }
  for (const deviation of notebook.deviations) findings.deviate(deviation.kind);
  return repaired;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
