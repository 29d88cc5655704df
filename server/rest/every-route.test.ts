import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ERRORS, type ErrorCode, Problem } from '#api/errors.ts';
import type { Route } from '#api/route.ts';
import { type RouteName, routes } from '#api/routes.ts';
import { type Example, furnish, requestOf } from '../testing/every-route.ts';
import { recordedExample } from '../testing/record-example.ts';
import { createRestClient, type RestAnswer } from '../testing/rest-client.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { type ApiExample, readApiExamples } from './api-examples.ts';

let site: TestSite;
let empty: TestSite;
let examples: readonly Example[];
// biome-ignore lint/suspicious/noExplicitAny: the document is looked into as a foreign program would
let openapi: any;

beforeAll(async () => {
  site = await startSite();
  empty = await startSite({ setUp: false });
  examples = await furnish(site);
  openapi = (await site.api.get('/openapi.json')).json;
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
  await empty.stop();
});

/** What a site in good order says no to. */
const REFUSED_HERE: ReadonlyMap<RouteName, ErrorCode> = new Map([
  ['setUp', 'already-set-up'],
  ['confirmSecondFactor', 'wrong-code'],
  ['renewRecoveryCodes', 'second-factor-off'],
  ['resetSecondFactor', 'second-factor-off'],
  ['replaceAuthority', 'authority-works'],
]);

const names = Object.keys(routes) as RouteName[];

interface MediaShown {
  readonly example?: unknown;
  readonly schema: { readonly examples?: readonly unknown[] };
}

/** Whether somebody has to sign in. */
function isClosed(name: RouteName): boolean {
  return routes[name].access !== 'public' && routes[name].access !== 'before-setup';
}

describe('without a cookie', () => {
  test.each(names.filter(isClosed))('%s asks to sign in first', async (name) => {
    const answer = await ask(createRestClient(site.server.uiUrl), name);
    expectProblem(answer, 'sign-in-required');
    // Nor does it say what a request should look like.
    const { method, path } = example(name);
    const odd = await createRestClient(site.server.uiUrl).send(method, `/api/v1${path}`, {
      body: { odd: 1 },
    });
    expectProblem(odd, 'sign-in-required');
  });

  test.each(names.filter(isClosed))('%s does not take a made-up cookie', async (name) => {
    const stranger = createRestClient(site.server.uiUrl);
    stranger.cookies.set(`ladehaus-${new URL(site.server.uiUrl).port}`, 'bm9ib2R5');
    expectProblem(await ask(stranger, name), 'sign-in-required');
  });
});

describe('before the site has an owner', () => {
  test.each(names.filter(isClosed))('%s says that there is nobody yet', async (name) => {
    expectProblem(await ask(createRestClient(empty.server.uiUrl), name), 'not-set-up');
  });

  test('only the status is told', async () => {
    expect((await empty.stranger().get('/status')).json).toMatchObject({ setUp: false, signedInAs: null });
    expectProblem(await empty.stranger().post('/sign-in', { name: 'a', password: 'b' }), 'wrong-credentials');
  });
});

test('every route answers its owner as its schema says', async () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const example of examples) {
    const { name, method, path } = example;
    const route: Route = routes[name];
    if (route.alsoProduces?.includes('text/event-stream')) continue;
    const answer = await site.api.send(method, `/api/v1${path}`, requestOf(example));
    const refusal = REFUSED_HERE.get(name);
    if (refusal !== undefined) {
      expectProblem(answer, refusal);
      continue;
    }
    expect(answer.status, `${name}: ${answer.text}`).toBe(route.status ?? 200);
    const type = answer.headers['content-type'] ?? '';
    // A file is no JSON.
    if (route.alsoProduces?.some((other) => type.startsWith(other))) continue;
    expect(type).toContain('application/json');
    const documented =
      operation(name).responses[String(route.status ?? 200)].content['application/json'].schema;
    for (const schema of [route.response, documented])
      expect(
        ajv.validate(schema, answer.json),
        `${name}: ${ajv.errorsText()} ${answer.text.slice(0, 500)}`,
      ).toBe(true);
    expect(missingFields(route.response, answer.json), name).toEqual([]);
  }
});

test('the document shows for every route the request that was just made here, and an answer of that form', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const recorded = readApiExamples();
  for (const example of examples) {
    const { name } = example;
    const route: Route = routes[name];
    const shown = recorded[name];
    // After a change of the contract: npm run record-examples.
    expect(requestShown(shown), name).toEqual(requestShown(recordedExample(example, null)));
    const refused = REFUSED_HERE.has(name) && name !== 'setUp';
    expect(shown?.status, name).toBe(refused ? ERRORS[refusalOf(name)].status : (route.status ?? 200));
    const { requestBody, responses } = operation(name);
    const [media] = Object.values<MediaShown>(requestBody?.content ?? {});
    if (media !== undefined) expect(media.example ?? media.schema.examples?.[0], name).toEqual(shown?.body);
    if (shown?.answer === undefined) {
      expect(route.alsoProduces, name).toBeDefined();
      continue;
    }
    const [type, status] = refused
      ? ['application/problem+json', '4XX']
      : ['application/json', String(shown.status)];
    expect(responses[status].content[type].example, name).toEqual(shown.answer);
    const schema = refused ? Problem : route.response;
    expect(ajv.validate(schema, shown.answer), `${name}: ${ajv.errorsText()}`).toBe(true);
  }
});

test('the OpenAPI document knows every route, who may call it, and is valid', () => {
  expect(openapi.openapi).toBe('3.1.0');
  const ids = Object.values(openapi.paths).flatMap((path) =>
    Object.values(path as Record<string, { operationId: string }>).map(({ operationId }) => operationId),
  );
  expect(ids.toSorted()).toEqual(names.toSorted());
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const name of names) {
    const route: Route = routes[name];
    const described = operation(name);
    expect(described.summary).toBe(route.summary);
    expect(described.security).toEqual(isClosed(name) ? [{ cookie: [] }, { token: [] }] : []);
    expect(Object.keys(described.responses)).toEqual(
      expect.arrayContaining([String(route.status ?? 200), '4XX', '5XX']),
    );
    const parameters = (described.parameters ?? []).map(({ name: parameter }: { name: string }) => parameter);
    expect(parameters).toEqual(
      expect.arrayContaining([
        ...Object.keys(route.params?.properties ?? {}),
        ...Object.keys(route.query?.properties ?? {}),
      ]),
    );
    const placeholders = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, placeholder]) => placeholder);
    expect(Object.keys(route.params?.properties ?? {})).toEqual(placeholders);
    for (const schema of schemasIn(described)) expect(ajv.validateSchema(schema), name).toBe(true);
    expect(described.requestBody === undefined).toBe(route.body === undefined && route.takes === undefined);
  }
});

test('programs read how sessions come as files', () => {
  const { content } = operation('listSessions').responses['200'];
  expect(Object.keys(content)).toEqual(['application/json', 'text/csv']);
  expect(Object.keys(operation('liveEvents').responses['200'].content)).toContain('text/event-stream');
});

/** Without what is different in every run: identifiers, secrets and times. */
function requestShown(shown: ApiExample | undefined): object {
  const { path, body } = shown ?? {};
  return { path: withoutChance(path), body: withoutChance(JSON.stringify(body)) };
}

function withoutChance(text: string | undefined): string | undefined {
  return text?.replaceAll(/[A-Za-z0-9+/_=.-]{16,}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…');
}

function refusalOf(name: RouteName): ErrorCode {
  const code = REFUSED_HERE.get(name);
  if (code === undefined) throw new Error(`${name} is not refused`);
  return code;
}

function ask(client: ReturnType<TestSite['stranger']>, name: RouteName): Promise<RestAnswer> {
  const asked = example(name);
  return client.send(asked.method, `/api/v1${asked.path}`, requestOf(asked));
}

function example(name: RouteName): Example {
  const found = examples.find((known) => known.name === name);
  if (found === undefined) throw new Error(`There is no example of ${name}`);
  return found;
}

function expectProblem(answer: RestAnswer, code: keyof typeof ERRORS): void {
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json).toMatchObject({ code, status: ERRORS[code].status, title: ERRORS[code].title });
  expect(answer.status).toBe(ERRORS[code].status);
}

function operation(name: RouteName) {
  const { path, method } = routes[name];
  return openapi.paths[`/api/v1${path}`][method.toLowerCase()];
}

function* schemasIn(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'schema') yield inner;
    yield* schemasIn(inner);
  }
}

/** Fields of the schema that were not in the answer, at its first level and in its first item. */
function missingFields(schema: Route['response'], answer: Record<string, unknown>): string[] {
  const { properties = {} } = schema as { properties?: Record<string, { items?: Route['response'] }> };
  return Object.entries(properties).flatMap(([field, inner]) => {
    if (answer[field] === undefined) return [field];
    const [item] = Array.isArray(answer[field]) ? answer[field] : [];
    return inner.items === undefined || item === undefined ? [] : missingFields(inner.items, item);
  });
}
