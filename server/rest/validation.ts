import { Ajv, type ValidateFunction } from 'ajv';
import type { FastifySchemaCompiler } from 'fastify';

/**
 * Texts of a URL become numbers and truth values; a body must have the right types by itself. A schema is compiled
 * when it is first used: compiling all of them is much of the time of a start.
 */
export function createValidation(): FastifySchemaCompiler<object> {
  const strict = withFormats(new Ajv({ validateSchema: false, allErrors: true, strict: false }));
  const fromUrl = withFormats(
    new Ajv({ validateSchema: false, allErrors: true, strict: false, coerceTypes: true }),
  );
  return ({ schema, httpPart }) => lazily(() => (httpPart === 'body' ? strict : fromUrl).compile(schema));
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
  return ajv.addFormat('date-time', (text) => ISO_UTC.test(text) && !Number.isNaN(Date.parse(text)));
}

const ISO_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
