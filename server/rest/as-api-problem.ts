import type { FastifyError } from 'fastify';
import { StoreFailure } from '#store/store-failure.ts';
import { faultsOfMeantBranch } from './meant-branch.ts';
import { ApiProblem } from './problem.ts';

/** Whatever went wrong, as an answer. Null for a bug of ours: that is logged and answered without details. */
export function asApiProblem(error: unknown): ApiProblem | null {
  if (error instanceof ApiProblem) return error;
  if (error instanceof StoreFailure)
    return new ApiProblem(error.kind === 'disk-full' ? 'disk-full' : 'store-failed');
  if (!isFastifyError(error)) return null;
  if (error.validation !== undefined)
    return new ApiProblem('invalid-request', {
      fields: faultsOfMeantBranch(error.validation).map(({ instancePath, message, params }) => ({
        path: `${error.validationContext ?? 'body'}${instancePath || missing(params)}`,
        message: message ?? 'is not valid',
      })),
    });
  switch (error.statusCode) {
    case 400:
    case 414:
      return new ApiProblem('invalid-request', { detail: error.message });
    case 413:
      return new ApiProblem('payload-too-large');
    case 415:
      return new ApiProblem('unsupported-media-type');
    default:
      return null;
  }
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'statusCode' in error;
}

function missing(params: Record<string, unknown> | undefined): string {
  const property = params?.missingProperty ?? params?.additionalProperty;
  return typeof property === 'string' ? `/${property}` : '';
}
