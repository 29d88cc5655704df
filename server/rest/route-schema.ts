import type { TObject, TSchema } from 'typebox';
import { Problem } from '#api/errors.ts';
import type { Route } from '#api/route.ts';
import type { ApiExample } from './api-examples.ts';

/** Every route can answer with one: said once, it is a third of the document. */
export const SHARED_SCHEMAS: readonly object[] = [{ ...Problem, $id: 'Problem' }];
const PROBLEM_REFERENCE = { $ref: 'Problem#' };

/**
 * What a route takes and answers, as the validation and the OpenAPI document want it.
 * @param example a request that was really made, shown in the document
 */
export function schemaOf(name: string, route: Route, example?: ApiExample): object {
  const { params, query } = parametersOf(route, example);
  const refused = example !== undefined && example.status >= 400;
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.area],
    ...(route.module === undefined ? {} : { 'x-module': route.module }),
    security: isOpen(route.access) ? [] : [{ cookie: [] }, { token: [] }],
    ...(route.form === true ? { consumes: ['application/x-www-form-urlencoded'] } : {}),
    ...(route.params === undefined ? {} : { params: withExamples(route.params, params) }),
    ...(route.query === undefined ? {} : { querystring: withExamples(route.query, query) }),
    ...(route.body === undefined ? {} : { body: like(closed(route.body), example?.body) }),
    ...(route.takes === undefined
      ? {}
      : { consumes: route.takes.types, body: fileBody(route.takes.types, example?.body) }),
    ...(route.alsoProduces === undefined ? {} : { produces: ['application/json', ...route.alsoProduces] }),
    response: {
      [route.status ?? 200]: like(route.response, refused ? undefined : example?.answer),
      '4xx': problem(refused ? example.answer : undefined),
      '5xx': problem(undefined),
    },
  };
}

/** Whether nobody has to sign in. */
export function isOpen(access: Route['access']): boolean {
  return access === 'public' || access === 'before-setup';
}

function problem(answer: unknown): object {
  return {
    description: 'Problem',
    content: { 'application/problem+json': media(PROBLEM_REFERENCE, answer) },
  };
}

/** Any bytes at all: what is in a file is found out by whoever reads it. */
function fileBody(types: readonly string[], text: unknown): object {
  const [usual] = types;
  return {
    content: Object.fromEntries(
      types.map((type) => [type, { schema: like({}, type === usual ? text : undefined) }]),
    ),
  };
}

/** A field that nobody reads is a misspelt one: it is refused, not dropped. */
function closed(body: object): object {
  return 'properties' in body && !('additionalProperties' in body)
    ? { ...body, additionalProperties: false }
    : body;
}

function media(schema: object, example: unknown): object {
  return example === undefined ? { schema } : { schema, example };
}

function like(schema: object, example: unknown): object {
  return example === undefined ? schema : { ...schema, examples: [example] };
}

/** The values that the path of the example has for the parameters of the route. */
function parametersOf(
  route: Route,
  example: ApiExample | undefined,
): Readonly<Record<'params' | 'query', Readonly<Record<string, string>>>> {
  if (example === undefined) return { params: {}, query: {} };
  const [path = '', query = ''] = example.path.split('?');
  const pattern = new RegExp(`^${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
  const found = Object.entries(pattern.exec(path)?.groups ?? {});
  return {
    params: Object.fromEntries(found.map(([name, value]) => [name, decodeURIComponent(value)])),
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

function withExamples(schema: TObject, values: Readonly<Record<string, string>>): object {
  const properties = Object.entries(schema.properties).map(([name, inner]) => {
    const value = values[name];
    return [name, value === undefined ? inner : like(inner, typed(inner, value))];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

/** Everything in an address is text; in the document it has the type of its schema. */
function typed(schema: TSchema, value: string): unknown {
  const { type } = schema as { readonly type?: unknown };
  if (type === 'integer' || type === 'number') return Number(value);
  return type === 'boolean' ? value === 'true' : value;
}
