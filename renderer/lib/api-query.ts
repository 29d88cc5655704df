import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type { RouteName } from '#api/routes.ts';
import { type AnswerOf, callApi, type InputOf } from './call-api.ts';
import { refreshRoutes } from './refresh.ts';

/** What changes by time alone (today's figures, who has been silent for too long) is read again in this time. */
const FOLLOW_MS = 60_000;
const CHANGE_BY_TIME: ReadonlySet<RouteName> = new Set([
  'getOverview',
  'listStations',
  'getStation',
  'explainStation',
  'getNetwork',
  'getAddressCard',
]);

/** A read of one route; its cache key begins with the name of the route. */
export function apiQuery<Name extends RouteName>(name: Name, input: InputOf<Name>) {
  return queryOptions({
    queryKey: [name, input] as const,
    queryFn: ({ signal }) => callApi(name, input, signal),
    refetchInterval: CHANGE_BY_TIME.has(name) ? FOLLOW_MS : false,
  });
}

/** All sessions that match, page by page. */
export function sessionPages(filter: NonNullable<InputOf<'listSessions'>['query']>) {
  return infiniteQueryOptions({
    queryKey: ['listSessions', filter, 'pages'] as const,
    queryFn: ({ pageParam, signal }) =>
      callApi('listSessions', { query: { ...filter, ...cursorOf(pageParam) } }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
}

/** Cards, page by page. */
export function cardPages(filter: NonNullable<InputOf<'listCards'>['query']>) {
  return infiniteQueryOptions({
    queryKey: ['listCards', filter, 'pages'] as const,
    queryFn: ({ pageParam, signal }) =>
      callApi('listCards', { query: { ...filter, ...cursorOf(pageParam) } }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    // What was found stays until something else is.
    placeholderData: keepPreviousData,
  });
}

/** The logbook, page by page. */
export function logPages(filter: NonNullable<InputOf<'listLog'>['query']>) {
  return infiniteQueryOptions({
    queryKey: ['listLog', filter, 'pages'] as const,
    queryFn: ({ pageParam, signal }) =>
      callApi('listLog', { query: { ...filter, ...cursorOf(pageParam) } }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
}

/** A change through one route; what it may have changed is read again at once. */
export function useCall<Name extends RouteName>(name: Name) {
  const client: QueryClient = useQueryClient();
  return useMutation<AnswerOf<Name>, Error, InputOf<Name>>({
    mutationKey: [name],
    mutationFn: (input) => callApi(name, input),
    onSettled: () => refreshRoutes(client, 'after-own-change'),
  });
}

function cursorOf(pageParam: string): { readonly cursor?: string } {
  return pageParam === '' ? {} : { cursor: pageParam };
}
