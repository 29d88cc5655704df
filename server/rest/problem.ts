import { ERRORS, type ErrorCode, type Problem } from '#api/errors.ts';

/** An error that the API answers with. Thrown by handlers, written by `answerProblem`; never a stack trace. */
export class ApiProblem extends Error {
  readonly code: ErrorCode;
  readonly fields: Problem['fields'];
  readonly retryAfterSeconds: number | undefined;
  readonly ties: Problem['ties'];
  readonly refused: Problem['refused'];
  readonly clock: Problem['clock'];
  readonly ocpi: Problem['ocpi'];

  constructor(
    code: ErrorCode,
    more: {
      readonly detail?: string;
      readonly fields?: Problem['fields'];
      readonly retryAfterSeconds?: number;
      readonly ties?: Problem['ties'];
      readonly refused?: Problem['refused'];
      readonly clock?: Problem['clock'];
      readonly ocpi?: Problem['ocpi'];
    } = {},
  ) {
    super(more.detail ?? '');
    this.code = code;
    this.fields = more.fields;
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.ties = more.ties;
    this.refused = more.refused;
    this.clock = more.clock;
    this.ocpi = more.ocpi;
  }
}

/** RFC 9457 document of an error. */
export function problemDocument(problem: ApiProblem): Problem {
  const { status, title } = ERRORS[problem.code];
  return {
    type: `https://ladehaus.example.org/problems/${problem.code}`,
    title,
    status,
    code: problem.code,
    ...(problem.message === '' ? {} : { detail: problem.message }),
    ...(problem.fields === undefined ? {} : { fields: problem.fields }),
    ...(problem.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: problem.retryAfterSeconds }),
    ...(problem.ties === undefined ? {} : { ties: problem.ties }),
    ...(problem.refused === undefined ? {} : { refused: problem.refused }),
    ...(problem.clock === undefined ? {} : { clock: problem.clock }),
    ...(problem.ocpi === undefined ? {} : { ocpi: problem.ocpi }),
  };
}

/** What a program has to do about it (RFC 6750 §3); null when it is of no help. */
export function challengeOf({ code }: ApiProblem): string | null {
  switch (code) {
    case 'sign-in-required':
      return 'Bearer realm="Ladehaus"';
    case 'token-refused':
      return 'Bearer realm="Ladehaus", error="invalid_token"';
    default:
      return null;
  }
}

/** The thing with that name or number, or a 404. */
export function found<T>(thing: T | null | undefined, what: string): T {
  if (thing === null || thing === undefined) throw new ApiProblem('not-found', { detail: what });
  return thing;
}
