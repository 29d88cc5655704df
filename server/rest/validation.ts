import { Ajv } from 'ajv';
import type { FastifySchemaCompiler } from 'fastify';

/** Texts of a URL become numbers and truth values; a body must have the right types by itself. */
export function createValidation(): FastifySchemaCompiler<object> {
  const strict = withFormats(new Ajv({ allErrors: true, strict: false }));
  const fromUrl = withFormats(new Ajv({ allErrors: true, strict: false, coerceTypes: true }));
  return ({ schema, httpPart }) => (httpPart === 'body' ? strict : fromUrl).compile(schema);
}

function withFormats(ajv: Ajv): Ajv {
  return ajv.addFormat('date-time', (text) => ISO_UTC.test(text) && !Number.isNaN(Date.parse(text)));
}

const ISO_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
