import type { BodyOf, ParamsOf, QueryOf, ResponseOf, Route } from '#api/route.ts';
import { type RouteName, type Routes, routes } from '#api/routes.ts';
import { ApiError, parseProblem, UnreachableError } from './api-error.ts';
import { useSentRequests } from './sent-requests.ts';

type Filled<Key extends string, Value> = [Value] extends [undefined]
  ? unknown
  : { readonly [K in Key]: Value };
type File<R extends Route> = R extends { readonly takes: object } ? { readonly file: Blob } : unknown;
type Query<R extends Route> = [QueryOf<R>] extends [undefined] ? unknown : { readonly query?: QueryOf<R> };

/** What a route wants: its path parameters, its query, its body; nothing it does not know. */
export type InputOf<Name extends RouteName> = Filled<'params', ParamsOf<Routes[Name]>> &
  Query<Routes[Name]> &
  File<Routes[Name]> &
  Filled<'body', BodyOf<Routes[Name]>>;
export type AnswerOf<Name extends RouteName> = ResponseOf<Routes[Name]>;

/** They change nothing, and are asked for again and again. */
const TRIALS: ReadonlySet<RouteName> = new Set([
  'dryRunImport',
  'checkTariff',
  'priceExample',
  'rehearseTariff',
  'readOcpiTariffs',
]);

interface LooseInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** Sent as it is; its type says what it is. */
  readonly file?: Blob;
}

/**
 * Calls one route of the API and gives its typed answer.
 * @throws ApiError with the problem document, or UnreachableError.
 */
export async function callApi<Name extends RouteName>(
  name: Name,
  input: InputOf<Name>,
  signal?: AbortSignal,
): Promise<AnswerOf<Name>> {
  return (await ask(name, input, signal === undefined ? {} : { signal })).answer;
}

/** What a route answered, and which version of it that was; null where it names none. */
export interface Versioned<Name extends RouteName> {
  readonly answer: AnswerOf<Name>;
  readonly etag: string | null;
}

/**
 * The same, with the version of what is read; or a change of what must still be as it was read: `ifMatch` is its version
 * then (RFC 9110 §13.1.1). What somebody else has changed is refused as `changed-meanwhile`.
 */
export function callVersioned<Name extends RouteName>(
  name: Name,
  input: InputOf<Name>,
  ifMatch: string | null = null,
): Promise<Versioned<Name>> {
  return ask(name, input, ifMatch === null ? {} : { ifMatch });
}

async function ask<Name extends RouteName>(
  name: Name,
  input: InputOf<Name>,
  { signal, ifMatch }: { readonly signal?: AbortSignal; readonly ifMatch?: string },
): Promise<Versioned<Name>> {
  const route: Route = routes[name];
  const { body, file } = input as LooseInput;
  const url = apiUrl(name, input);
  const response = await send(url, {
    method: route.method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(file === undefined ? {} : { 'content-type': file.type }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    },
    ...(file === undefined ? {} : { body: file }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (route.method !== 'GET' && !TRIALS.has(name))
    useSentRequests
      .getState()
      .note({ route: name, method: route.method, url, body, status: response.status });
  const answer = await readJson(response);
  if (!response.ok) throw new ApiError(parseProblem(response.status, answer));
  // The server compiles its answers from the same schema; checking them twice would buy nothing.
  return { answer: answer as AnswerOf<Name>, etag: response.headers.get('etag') };
}

/** Address of a route with its parameters and query filled in; also for plain links to files. */
export function apiUrl<Name extends RouteName>(name: Name, input: InputOf<Name>): string {
  const { params = {}, query = {} } = input as LooseInput;
  const path = routes[name].path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(String(params[key])),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(key, String(value));
  }
  return `/api/v1${path}${search.size > 0 ? `?${search}` : ''}`;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new UnreachableError(cause);
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
