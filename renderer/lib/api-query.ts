import {
  type DataTag,
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  type UnusedSkipTokenOptions,
} from '@tanstack/react-query';
import type { RouteName } from '#api/routes.ts';
import { type AnswerOf, callApi, type InputOf } from './call-api.ts';

/** What changes by time alone (today's figures, who has been silent for too long) is read again in this time. */
const FOLLOW_MS = 60_000;
const FOLLOW_LIST_MS = 5_000;
const CHANGE_BY_TIME: ReadonlySet<RouteName> = new Set([
  'getOverview',
  'listStations',
  'getStation',
  'explainStation',
  'getNetwork',
  'getAddressCard',
  'checkAccess',
  'listTariffs',
  'getTariff',
  'getTariffMatrix',
  'getSessionPrice',
]);

type Key<Name extends RouteName> = readonly [Name, InputOf<Name>];
/** Spelt out: written down for all routes at once, the inferred type is longer than the compiler writes. */
type ApiQuery<Name extends RouteName> = UnusedSkipTokenOptions<
  AnswerOf<Name>,
  Error,
  AnswerOf<Name>,
  Key<Name>
> & { readonly queryKey: DataTag<Key<Name>, AnswerOf<Name>, Error> };

/** A read of one route; its cache key begins with the name of the route. */
export function apiQuery<Name extends RouteName>(name: Name, input: InputOf<Name>): ApiQuery<Name> {
  return queryOptions({
    queryKey: [name, input] as const,
    queryFn: ({ signal }) => callApi(name, input, signal),
    refetchInterval: CHANGE_BY_TIME.has(name) ? FOLLOW_MS : false,
  });
}

/** All sessions that match, page by page. */
export function sessionPages(filter: NonNullable<InputOf<'listSessions'>['query']>) {
  return pagesOf(['listSessions', filter, 'pages'], (cursor, signal) =>
    callApi('listSessions', { query: { ...filter, ...cursor } }, signal),
  );
}

/** The own sessions of whoever drives, page by page. */
export function ownSessionPages() {
  return pagesOf(['listOwnSessions', {}, 'pages'], (cursor, signal) =>
    callApi('listOwnSessions', { query: { limit: 50, ...cursor } }, signal),
  );
}

/** The logbook, page by page. */
export function logPages(filter: NonNullable<InputOf<'listLog'>['query']>) {
  return pagesOf(['listLog', filter, 'pages'], (cursor, signal) =>
    callApi('listLog', { query: { ...filter, ...cursor } }, signal),
  );
}

/** Drivers by name, page by page. */
export function driverPages(filter: NonNullable<InputOf<'listDrivers'>['query']>) {
  return pagesOf(['listDrivers', filter, 'by-name'], (cursor, signal) =>
    callApi('listDrivers', { query: { ...filter, ...cursor } }, signal),
  );
}

/** Vehicles by plate or label, page by page. */
export function vehiclePages(filter: NonNullable<InputOf<'listVehicles'>['query']>) {
  return pagesOf(['listVehicles', filter, 'by-name'], (cursor, signal) =>
    callApi('listVehicles', { query: { ...filter, ...cursor } }, signal),
  );
}

/** Cards by the name of their holder, page by page. */
export function cardPages(filter: NonNullable<InputOf<'listCards'>['query']>) {
  return pagesOf(['listCards', filter, 'by-name'], (cursor, signal) =>
    callApi('listCards', { query: { ...filter, ...cursor } }, signal),
  );
}

/** Imports, page by page. */
export function importPages(filter: NonNullable<InputOf<'listImports'>['query']>) {
  return pagesOf(['listImports', filter, 'pages'], (cursor, signal) =>
    callApi('listImports', { query: { ...filter, ...cursor } }, signal),
  );
}

/** What belongs to a group, page by page. */
export function memberPages(groupId: number) {
  return pagesOf(['listMembers', { groupId }, 'by-name'], (cursor, signal) =>
    callApi('listMembers', { params: { groupId }, query: { limit: 100, ...cursor } }, signal),
  );
}

/** What was sent to a webhook, and what waits, page by page. */
export function deliveryPages(webhookId: number) {
  return pagesOf(['listDeliveries', { webhookId }, 'whole'], (cursor, signal) =>
    callApi('listDeliveries', { params: { webhookId }, query: cursor }, signal),
  );
}

/** What programs asked, page by page; no live event tells of it, so it is asked for again and again. */
export function apiRequestPages(filter: NonNullable<InputOf<'listApiRequests'>['query']>) {
  return pagesOf(['listApiRequests', filter, 'followed'], (cursor, signal) =>
    callApi('listApiRequests', { query: { ...filter, ...cursor } }, signal),
  );
}

type ListKey = readonly [RouteName, unknown, 'pages' | 'by-name' | 'whole' | 'followed'];
interface AnyPage {
  readonly next: string | null;
}

/**
 * A list with the newest first (`pages`), of which live events read the newest page, or one that is always read as a
 * whole: in another order (`by-name`), because old rows change as well (`whole`), or again and again (`followed`).
 */
function pagesOf<const Key extends ListKey, Page extends AnyPage>(
  queryKey: Key,
  read: (cursor: { readonly cursor?: string }, signal: AbortSignal) => Promise<Page>,
) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => read(cursorOf(pageParam), signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    // What was found stays until something else is.
    ...(queryKey[2] !== 'pages' && { placeholderData: keepPreviousData }),
    ...(queryKey[2] === 'followed' && { refetchInterval: FOLLOW_LIST_MS }),
  });
}

function cursorOf(pageParam: string): { readonly cursor?: string } {
  return pageParam === '' ? {} : { cursor: pageParam };
}
