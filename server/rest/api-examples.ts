import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteName } from '#api/routes.ts';
import { resourcesFolder } from '../resources-folder.ts';

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
