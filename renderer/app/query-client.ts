import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError, UnreachableError } from '../lib/api-error.ts';

const RETRIES_WHEN_UNREACHABLE = 2;

/** What was read stays on the screen while it is read again, and while the server is away. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      // Signed out in another window, or after a new password: the gate asks for the status and shows the way in.
      onError: (error) => {
        if (error instanceof ApiError && error.code === 'sign-in-required')
          void client.invalidateQueries({ queryKey: ['status'] });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 30 * 60_000,
        networkMode: 'always',
        retry: (count, error) => error instanceof UnreachableError && count < RETRIES_WHEN_UNREACHABLE,
        refetchOnWindowFocus: true,
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
