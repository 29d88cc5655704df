import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '#api/events.ts';
import type { InputOf } from './call-api.ts';
import { callApi } from './call-api.ts';
import { type ListPage, withNewestPage } from './newest-page.ts';
import { isEverythingStale, refreshRoutes, routesStaleAfter } from './refresh.ts';

/** Reads again what live events touch, and no more of a long list than its newest page. */
export interface LiveReads {
  read(kinds: readonly LiveEvent['kind'][]): Promise<void>;
  close(): void;
}

/** So often a long list is read as a whole while it changes: old rows change seldom, but they do. */
const WHOLE_LIST_MS = 30_000;

export function createLiveReads(client: QueryClient): LiveReads {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const readWholeLists = (): void => {
    timer = undefined;
    void client.invalidateQueries({ predicate: (query) => isList(query) }, { cancelRefetch: false });
  };
  return {
    async read(kinds) {
      if (isEverythingStale(kinds)) return refreshRoutes(client, ...kinds);
      const names = routesStaleAfter(kinds);
      const isStale = (query: Query): boolean => names.has(query.queryKey[0]);
      const lists = client.getQueryCache().findAll({ type: 'active', predicate: (query) => isList(query) });
      const staleLists = lists.filter(isStale);
      if (staleLists.length > 0) timer ??= setTimeout(readWholeLists, WHOLE_LIST_MS);
      await Promise.all([
        client.invalidateQueries({ predicate: (query) => isStale(query) && !isList(query) }),
        // Lists out of sight are read when they are next looked at.
        client.invalidateQueries({
          type: 'inactive',
          refetchType: 'none',
          predicate: (query) => isStale(query) && isList(query),
        }),
        ...staleLists.map((query) => readNewest(client, query)),
      ]);
    },
    close: () => clearTimeout(timer),
  };
}

/** While its next page is on the way a list is left alone; the read of the whole list makes up for it. */
async function readNewest(client: QueryClient, { queryKey, state }: Query): Promise<void> {
  if (state.fetchStatus !== 'idle') return;
  const newest = await firstPage(queryKey);
  const known = client.getQueryData<InfiniteData<ListPage, string>>(queryKey);
  if (known === undefined || client.isFetching({ queryKey, exact: true }) > 0) return;
  const data = withNewestPage(known, newest);
  if (data === undefined) await client.invalidateQueries({ queryKey, exact: true });
  else client.setQueryData(queryKey, data);
}

/** The key of a list holds its filter, written by `sessionPages` and `logPages`. */
function firstPage([name, filter]: readonly unknown[]): Promise<ListPage> {
  return name === 'listLog'
    ? callApi('listLog', { query: filter as NonNullable<InputOf<'listLog'>['query']> })
    : callApi('listSessions', { query: filter as NonNullable<InputOf<'listSessions'>['query']> });
}

function isList({ queryKey }: Query): boolean {
  return queryKey[2] === 'pages';
}
