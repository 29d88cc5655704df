import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifySchema } from 'fastify';
import { type RouteName, routes } from '#api/routes.ts';
import { resourcesFolder } from '../resources-folder.ts';
import { schemaOf } from './route-schema.ts';

/** The file that `npm run record-examples` writes. */
export const EXAMPLES_FILE = 'api-examples.json';

/** A request that was really made on a site that really ran, and what it was answered with. */
export interface ApiExample {
  /** From `/api/v1` on, with the query. */
  readonly path: string;
  /** JSON, the fields of a form, or the text of a file. */
  readonly body?: unknown;
  readonly status: number;
  /** Missing where a stream or a file is answered. */
  readonly answer?: unknown;
}

/** One example for each route; it came with the program. */
export function readApiExamples(): Readonly<Partial<Record<RouteName, ApiExample>>> {
  return JSON.parse(readFileSync(join(resourcesFolder(), EXAMPLES_FILE), 'utf8'));
}

interface Documented {
  readonly schema: FastifySchema;
  readonly url: string;
}

/** Puts the examples into the document of the API when somebody first asks for it: a start needs none of them. */
export function createDocumenting(): (route: Documented) => Documented {
  let examples: ReturnType<typeof readApiExamples> | null = null;
  return ({ schema, url }) => {
    const { operationId = '' } = schema as { readonly operationId?: string };
    if (!isRouteName(operationId)) return { schema, url };
    examples ??= readApiExamples();
    return { schema: schemaOf(operationId, routes[operationId], examples[operationId]), url };
  };
}

function isRouteName(text: string): text is RouteName {
  return Object.hasOwn(routes, text);
}
