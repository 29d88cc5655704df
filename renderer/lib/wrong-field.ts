import { ApiError } from './api-error.ts';

/** Whether the server found something wrong with a field, named by its path such as `body/keys`. */
export function isWrongField(error: Error | null, path: string): boolean {
  return wrongPaths(error).some((one) => one === path || one.startsWith(`${path}/`));
}

/** Which item of a list the server found wrong, the list named by its path; undefined when none. */
export function fieldIndex(error: Error | null, path: string): number | undefined {
  const wrong = wrongPaths(error).find((one) => one.startsWith(`${path}/`));
  const index = Number(wrong?.slice(path.length + 1));
  return Number.isInteger(index) ? index : undefined;
}

function wrongPaths(error: Error | null): readonly string[] {
  return error instanceof ApiError ? (error.problem.fields ?? []).map(({ path }) => path) : [];
}
