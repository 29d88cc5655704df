import { Ajv, type ValidateFunction } from 'ajv';
import type { FastifySchemaCompiler } from 'fastify';

/**
 * Texts of a URL become numbers and truth values; a body must have the right types by itself. A schema is compiled
 * when it is first used, and once however many routes have it: compiling all of them is much of the time of a start.
 */
export function createValidation(): FastifySchemaCompiler<object> {
  return ({ schema, httpPart }) => lazily(() => compiled(schema, httpPart === 'body' ? 'body' : 'url'));
}

const STRICTNESS = { validateSchema: false, allErrors: true, strict: false } as const;
const compilers = {
  body: withFormats(new Ajv(STRICTNESS)),
  url: withFormats(new Ajv({ ...STRICTNESS, coerceTypes: true })),
};
const known = new Map<string, ValidateFunction>();

function compiled(schema: object, part: keyof typeof compilers): ValidateFunction {
  const key = part + JSON.stringify(schema);
  const validate = known.get(key) ?? compilers[part].compile(schema);
  known.set(key, validate);
  return validate;
}

function lazily(compile: () => ValidateFunction): ReturnType<FastifySchemaCompiler<object>> {
  let ready: ValidateFunction | null = null;
  // Fastify reads the errors from the function.
  const validate = Object.assign(
    (data: unknown) => {
      ready ??= compile();
      const fits = ready(data) as boolean;
      validate.errors = ready.errors ?? null;
      return fits;
    },
    { errors: null as NonNullable<ValidateFunction['errors']> | null },
  );
  return validate;
}

function withFormats(ajv: Ajv): Ajv {
  return ajv
    .addFormat('date-time', (text) => ISO_UTC.test(text) && !Number.isNaN(Date.parse(text)))
    .addFormat('date', isDay);
}

/** `Date.parse` takes the 31st of February for the 3rd of March. */
function isDay(text: string): boolean {
  const at = ISO_DAY.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

const ISO_DAY = /^\d{4}-\d\d-\d\d$/;

const ISO_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
