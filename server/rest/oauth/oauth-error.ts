import { ApiProblem } from '../problem.ts';

/** What is wrong with a request, in the words of RFC 6749 §5.2 and RFC 8693 §2.2.2. */
export type OauthCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'invalid_target'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'temporarily_unavailable';

/** An error that the OAuth routes answer with: programs written for OAuth read no problem documents. */
export class OauthError extends Error {
  readonly code: OauthCode;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: OauthCode, description: string, retryAfterSeconds?: number) {
    super(description);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Whatever goes wrong on the way, as OAuth says it; null for a bug of ours. */
export function asOauthError(error: unknown, problem: ApiProblem | null): OauthError | null {
  if (error instanceof OauthError) return error;
  if (!(problem instanceof ApiProblem)) return null;
  if (problem.code === 'disk-full' || problem.code === 'store-failed')
    return new OauthError('temporarily_unavailable', 'it could not be stored');
  return new OauthError('invalid_request', problem.message || problem.code);
}

export function statusOf({ code, retryAfterSeconds }: OauthError): number {
  if (retryAfterSeconds !== undefined) return 429;
  if (code === 'invalid_client') return 401;
  return code === 'temporarily_unavailable' ? 503 : 400;
}
