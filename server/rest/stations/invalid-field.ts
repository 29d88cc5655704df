import { ApiProblem } from '../problem.ts';

/** A field of the body that says something that cannot be. */
export function invalidField(field: string, message: string): ApiProblem {
  return new ApiProblem('invalid-request', { fields: [{ path: `body/${field}`, message }] });
}
