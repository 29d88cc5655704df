import type { RequestFilter } from './use-erp-place.ts';

/** What the API is asked for; the list and the panel ask alike, and share the answer. */
export function requestQuery({ client, failed }: RequestFilter) {
  return {
    ...(client !== undefined && { clientId: client }),
    ...(failed !== undefined && { failed: true }),
  };
}
