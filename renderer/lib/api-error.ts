import { ERRORS, type ErrorCode, type Problem } from '#api/errors.ts';

/** An answer of the API that is a problem document (RFC 9457). */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.title}`);
    this.name = 'ApiError';
    this.problem = problem;
  }

  get code(): ErrorCode {
    return this.problem.code;
  }
}

/** The program did not answer at all: it is stopped, or the network between is gone. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('The server does not answer', { cause });
    this.name = 'UnreachableError';
  }
}

/** Reads a problem document; anything else becomes the general problem of that HTTP status. */
export function parseProblem(status: number, body: unknown): Problem {
  if (isProblem(body)) return body;
  const code: ErrorCode = status === 401 ? 'sign-in-required' : status === 404 ? 'not-found' : 'internal';
  return { type: 'about:blank', title: ERRORS[code].title, status, code };
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null || !('code' in body)) return false;
  return typeof body.code === 'string' && body.code in ERRORS;
}
