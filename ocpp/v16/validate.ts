import { Ajv, type ErrorObject } from 'ajv';
import type { CallErrorCode } from '../call-error.ts';
import { type Action, actions } from './actions.ts';
import { isStrictTimestamp } from './timestamp.ts';

export type MessagePart = 'request' | 'response';

/** What is wrong with a payload, and the code that says so on the wire. */
export interface SchemaProblem {
  readonly code: CallErrorCode;
  readonly problem: string;
}

/**
 * Checks a payload against the schema of the specification, strictly. Undefined means nothing is wrong.
 * Validators are compiled at first use: 78 schemas at once would cost 80 ms of start-up.
 */
export function checkPayload(action: Action, part: MessagePart, payload: unknown): SchemaProblem | undefined {
  const cache = part === 'request' ? requestValidators : responseValidators;
  let validator = cache.get(action);
  if (validator === undefined) {
    validator = ajv.compile(actions[action][part]);
    cache.set(action, validator);
  }
  if (validator(payload)) return undefined;
  return describeProblem(validator.errors?.[0]);
}

/** The schema keywords we use, and the error code that a breach of each deserves. */
const codeOfKeyword: Readonly<Record<string, CallErrorCode>> = {
  type: 'TypeConstraintViolation',
  required: 'OccurenceConstraintViolation',
  additionalProperties: 'FormationViolation',
  enum: 'PropertyConstraintViolation',
  format: 'PropertyConstraintViolation',
  maxLength: 'PropertyConstraintViolation',
  minimum: 'PropertyConstraintViolation',
  maximum: 'PropertyConstraintViolation',
  minItems: 'OccurenceConstraintViolation',
  multipleOf: 'PropertyConstraintViolation',
};

interface Validator {
  (payload: unknown): boolean;
  errors?: ErrorObject[] | null;
}

const ajv = createAjv();
const requestValidators = new Map<Action, Validator>();
const responseValidators = new Map<Action, Validator>();

function createAjv(): Ajv {
  // multipleOf 0.1 must accept 16.3, which binary fractions cannot divide exactly.
  const created = new Ajv({ validateSchema: false, allErrors: false, strict: true, multipleOfPrecision: 6 });
  created.addFormat('date-time', { type: 'string', validate: isStrictTimestamp });
  created.addFormat('uri', { type: 'string', validate: isAddress });
  created.addVocabulary(['tolerance']);
  return created;
}

function isAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:[\x21-\x7e]+$/i.test(text) && URL.canParse(text);
}

function describeProblem(error: ErrorObject | undefined): SchemaProblem {
  if (error === undefined) return { code: 'GenericError', problem: 'the payload does not fit its schema' };
  const where = error.instancePath === '' ? 'the payload' : error.instancePath.slice(1).replaceAll('/', '.');
  return {
    code: codeOfKeyword[error.keyword] ?? 'GenericError',
    problem: `${where} ${error.message ?? 'is not as the schema wants it'}`,
  };
}
