import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '#api/events.ts';
import { type AnswerOf, callApi, type InputOf } from './call-api.ts';
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
  let knownNames = stationNames(client);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const readWholeLists = (): void => {
    timer = undefined;
    void client.invalidateQueries(
      { predicate: (query) => isList(query) && query.state.status !== 'error' },
      { cancelRefetch: false },
    );
  };
  return {
    async read(kinds) {
      if (isEverythingStale(kinds)) return refreshRoutes(client, ...kinds);
      const stale = routesStaleAfter(kinds);
      const isStale = (query: Query): boolean => stale.has(query.queryKey[0]);
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
      const names = stationNames(client);
      const areOther = knownNames !== undefined && names !== knownNames;
      knownNames = names;
      // A name stands in sessions, logbook and knocks, too, and names change seldom.
      if (areOther) await refreshRoutes(client, 'reset');
    },
    close: () => clearTimeout(timer),
  };
}

/**
 * While its next page is on the way, or has failed and waits for a person, a list is left alone: new data would
 * wipe the failure away and have the page asked for again. The read of the whole list makes up for it.
 */
async function readNewest(client: QueryClient, { queryKey, state }: Query): Promise<void> {
  if (state.fetchStatus !== 'idle' || state.status === 'error') return;
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

/** All names in one text; undefined until they have been read. */
function stationNames(client: QueryClient): string | undefined {
  const answer = client.getQueryData<AnswerOf<'listStations'>>(['listStations', {}]);
  return answer && JSON.stringify(answer.items.map(({ id, name }) => [id, name]).toSorted());
}

function isList({ queryKey }: Query): boolean {
  return queryKey[2] === 'pages';
}
