import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ErrorCode } from '#api/errors.ts';
import { type Route, THINGS } from '#api/route.ts';
import { type RouteName, routes } from '#api/routes.ts';
import { BUILT_IN_ROLES, type BuiltInRole } from '#core/people/role.ts';
import { type Example, furnish, requestOf } from '../testing/every-route.ts';
import { createRestClient, type RestClient } from '../testing/rest-client.ts';
import { signedInPerson } from '../testing/signed-in-person.ts';
import { OWNER, startSite, type TestSite } from '../testing/start-site.ts';

/**
 * Every route of the contract, asked by everybody who should and should not get in. What is expected follows from
 * what the route declares, so a new route needs no line here, and one that does not keep its word turns this red.
 */
let site: TestSite;
let examples: readonly Example[];
const clients = new Map<Asker, RestClient>();

const ROLES = Object.keys(BUILT_IN_ROLES) as BuiltInRole[];

/** Who asks without being anybody: to all of these everything that is not public is closed. */
const STRANGERS = [
  'no token',
  'a made-up cookie',
  'a disabled person',
  'an expired sign-in',
  // Tokens that are no good (expired, wrong audience, `alg: none`, foreign key, revoked) belong here.
] as const;
type Asker = (typeof STRANGERS)[number] | `${BuiltInRole} at the root` | `${BuiltInRole} elsewhere`;

const names = Object.keys(routes) as RouteName[];
/** These would take the stay of whoever asks, or never end. They are tried with nobody who would be let in. */
const NOT_TRIED_INSIDE: ReadonlySet<RouteName> = new Set(['signOut', 'liveEvents', 'followTrace']);

beforeAll(async () => {
  site = await startSite();
  examples = await furnish(site);
  const owner = [{ tenantId: 1, role: 'owner' }];
  const late = await signedInPerson(site, { name: 'Long ago', grants: owner });
  site.clock.advance(31 * 86_400_000);
  await site.api.post('/sign-in', OWNER);
  const elsewhere = (await site.api.post('/tenants', { parentId: 1, name: 'Fern', kind: 'site' })).json.id;
  clients.set('no token', createRestClient(site.server.uiUrl));
  clients.set('a made-up cookie', madeUp());
  clients.set('an expired sign-in', late.client);
  const gone = await signedInPerson(site, { name: 'Gone', grants: owner });
  await site.api.patch(`/people/${gone.id}`, { disabled: true });
  clients.set('a disabled person', gone.client);
  for (const role of ROLES) {
    const here = await signedInPerson(site, { name: `${role} here`, grants: [{ tenantId: 1, role }] });
    clients.set(`${role} at the root`, here.client);
    const there = await signedInPerson(site, {
      name: `${role} there`,
      tenantId: elsewhere,
      grants: [{ tenantId: elsewhere, role }],
    });
    clients.set(`${role} elsewhere`, there.client);
  }
}, 120_000);
afterAll(() => site.stop());

describe.each(STRANGERS)('%s', (stranger) => {
  test.each(names.filter((name) => !isOpen(name)))('gets nothing of %s', async (name) => {
    expect(await codeOf(stranger, name)).toBe('sign-in-required');
  });
});

describe.each(ROLES)('the role %s', (role) => {
  test.each(names.filter((name) => !isOpen(name)))('at the root may do of %s what it says', async (name) => {
    const { access }: Route = routes[name];
    if (typeof access === 'string' || may(role, access.permission)) {
      if (NOT_TRIED_INSIDE.has(name)) return;
      expect(REFUSALS).not.toContain(await bodilessCode(`${role} at the root`, name));
      return;
    }
    expect(['forbidden', 'not-found']).toContain(await bodilessCode(`${role} at the root`, name));
  });

  test.each(names.filter((name) => !isOpen(name)))('at another branch gets of %s nothing', async (name) => {
    const { access }: Route = routes[name];
    if (typeof access === 'string') return;
    if (NOT_TRIED_INSIDE.has(name) && may(role, access.permission)) return;
    const code = await bodilessCode(`${role} elsewhere`, name);
    if (!may(role, access.permission)) expect(['forbidden', 'not-found']).toContain(code);
    else if (access.at === 'root') expect(code).toBe('forbidden');
    // Nothing of what the furnished site has hangs there: not even that it exists is told.
    else if (access.at in THINGS) expect(code).toBe('not-found');
    else expect(REFUSALS).not.toContain(code);
  });
});

const REFUSALS: readonly (ErrorCode | undefined)[] = ['sign-in-required', 'forbidden'];

function may(role: BuiltInRole, permission: string): boolean {
  return BUILT_IN_ROLES[role].some((known) => known === permission);
}

function isOpen(name: RouteName): boolean {
  return routes[name].access === 'public' || routes[name].access === 'before-setup';
}

/** As it is meant to be asked. */
async function codeOf(asker: Asker, name: RouteName): Promise<ErrorCode | undefined> {
  const asked = example(name);
  const answer = await client(asker).send(asked.method, `/api/v1${asked.path}`, requestOf(asked));
  return answer.json?.code;
}

/**
 * With a body that fits nothing: whoever is let in is told so by its schema, and nothing changes, so that every
 * asker finds the site alike. Routes that want no body are asked as they are, where that is only a look.
 */
async function bodilessCode(asker: Asker, name: RouteName): Promise<ErrorCode | undefined> {
  const route: Route = routes[name];
  const { method, path } = example(name);
  const odd = route.body !== undefined;
  if (!odd && method !== 'GET' && !isRefusedFor(asker, route)) return undefined;
  const answer = await client(asker).send(method, `/api/v1${path}`, odd ? { body: { '': [] } } : {});
  return answer.json?.code;
}

/** Whether trying it is safe: it must be refused. What changes something without a body is not tried by the permitted. */
function isRefusedFor(asker: Asker, { access }: Route): boolean {
  if (typeof access === 'string') return false;
  const [role = ''] = asker.split(' ') as BuiltInRole[];
  if (!may(role as BuiltInRole, access.permission)) return true;
  return asker.endsWith('elsewhere') && (access.at === 'root' || access.at in THINGS);
}

function madeUp(): RestClient {
  const made = createRestClient(site.server.uiUrl);
  made.cookies.set(`ladehaus-${new URL(site.server.uiUrl).port}`, 'bm9ib2R5');
  return made;
}

function client(asker: Asker): RestClient {
  const known = clients.get(asker);
  if (known === undefined) throw new Error(`Nobody is called ${asker}`);
  return known;
}

function example(name: RouteName): Example {
  const known = examples.find((one) => one.name === name);
  if (known === undefined) throw new Error(`There is no example of ${name}`);
  return known;
}
