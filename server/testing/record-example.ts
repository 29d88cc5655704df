import { type RouteName, routes } from '#api/routes.ts';
import type { ApiExample } from '../rest/api-examples.ts';
import { type Example, requestOf } from './every-route.ts';
import type { RestAnswer, RestClient } from './rest-client.ts';

const MOST_ITEMS = 2;

/** Asks a route as its example says, unless that never ends. */
export function askExample(client: RestClient, example: Example): Promise<RestAnswer> | null {
  if (isStream(example.name)) return null;
  return client.send(example.method, `/api/v1${example.path}`, requestOf(example));
}

/** What the documentation keeps of it; lists with their first items. */
export function recordedExample(example: Example, answer: RestAnswer | null): ApiExample {
  const { path, body, file } = example;
  const sent = file?.text ?? body;
  const { status } = routes[example.name] as { readonly status?: number };
  return {
    path,
    ...(sent === undefined ? {} : { body: sent }),
    status: answer?.status ?? status ?? 200,
    ...(answer?.json === undefined ? {} : { answer: shortened(answer.json) }),
  };
}

function isStream(name: RouteName): boolean {
  const { alsoProduces } = routes[name] as { readonly alsoProduces?: readonly string[] };
  return alsoProduces?.includes('text/event-stream') === true;
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner)]));
}
