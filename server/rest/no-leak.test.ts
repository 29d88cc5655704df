import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILT_IN_ROLES, type BuiltInRole } from '#core/people/role.ts';
import { type Heard, listen } from '../testing/listen.ts';
import type { RestClient } from '../testing/rest-client.ts';
import { type Hung, type ScatteredSite, scatter } from '../testing/scattered-site.ts';
import { signedInPerson } from '../testing/signed-in-person.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { connectStation } from '../testing/test-station.ts';

/**
 * Over real HTTP, with trees, things and roles as chance has them: what comes back is what a person may see, neither
 * more nor less. What that is says a model of its own, which walks up the tree and knows nothing of the program's.
 */
const NODES = 6;
const ROLES = Object.keys(BUILT_IN_ROLES) as BuiltInRole[];

interface Case {
  /** On which earlier node each hangs. */
  readonly parents: readonly number[];
  readonly stationsAt: readonly number[];
  readonly grants: readonly { readonly at: number; readonly role: BuiltInRole }[];
}

const aCase: fc.Arbitrary<Case> = fc.record({
  parents: fc.tuple(...Array.from({ length: NODES - 1 }, (_, index) => fc.nat(index))),
  stationsAt: fc.array(fc.nat(NODES - 1), { minLength: NODES, maxLength: NODES }),
  grants: fc.array(fc.record({ at: fc.nat(NODES - 1), role: fc.constantFrom(...ROLES) }), { maxLength: 3 }),
});

let site: TestSite;
let world: ScatteredSite;
let visitor: { readonly id: number; readonly client: RestClient };
let heard: Heard;

beforeAll(async () => {
  site = await startSite();
  world = await scatter(site, NODES);
  await connectStation(site.server.ocppUrl, 'STRANGER').catch(() => null);
  visitor = await signedInPerson(site, { name: 'Visitor', grants: [] });
  heard = await listen(site, visitor.client);
}, 120_000);
afterAll(async () => {
  heard.request.destroy();
  await site.stop();
});

test('lists, counts, files, things and streams show what a person may see, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(aCase, async (chance) => {
      await arrange(chance);
      await lookAround(modelOf(chance));
    }),
    { numRuns: 15, endOnFailure: true },
  );
}, 300_000);

async function arrange({ parents, stationsAt, grants }: Case): Promise<void> {
  // First all to the root: on the way from one tree to another none may hang below itself.
  for (const id of world.nodes.slice(1)) await change(`/tenants/${id}`, { parentId: 1 });
  for (const [index, parent] of parents.entries())
    await change(`/tenants/${world.nodes[index + 1]}`, { parentId: world.nodes[parent] });
  for (const [index, station] of world.stations.entries()) {
    station.at = stationsAt[index] ?? 0;
    await change(`/stations/${encodeURIComponent(station.id)}`, { tenantId: world.nodes[station.at] });
  }
  await change(`/people/${visitor.id}`, {
    grants: grants.map(({ at, role }) => ({ tenantId: world.nodes[at], role })),
  });
}

async function change(path: string, body: object): Promise<void> {
  const { status, text } = await site.api.patch(path, body);
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
}

/** What may be seen: by walking up, with nothing of what is tested. */
interface Model {
  can(permission: string, at: number): boolean;
  somewhere(permission: string): boolean;
  up(node: number): readonly number[];
}

function modelOf({ parents, grants }: Case): Model {
  const up = (node: number): readonly number[] => (node === 0 ? [0] : [node, ...up(parents[node - 1] ?? 0)]);
  const has = (role: BuiltInRole, permission: string) =>
    BUILT_IN_ROLES[role].some((known) => known === permission);
  return {
    up,
    can: (permission, at) =>
      grants.some(({ at: node, role }) => up(at).includes(node) && has(role, permission)),
    somewhere: (permission) => grants.some(({ role }) => has(role, permission)),
  };
}

async function lookAround(model: Model): Promise<void> {
  const { stations, sessions, people, cards, drivers, vehicles, groups, rules, clients, webhooks } = world;
  const home: Hung = { id: visitor.id, at: 0 };
  const owner: Hung = { id: 1, at: 0 };
  await sees('/stations', { permission: 'stations.read', of: stations });
  await sees('/offline-board', { permission: 'stations.read', of: stations, by: 'stationId' });
  await sees('/commands?limit=200', { permission: 'stations.read', of: stations, by: 'stationId' });
  await sees('/sessions?limit=200', { permission: 'sessions.read', of: sessions });
  await sees('/sessions?format=json', { permission: 'sessions.read', of: sessions });
  await sees('/strays', { permission: 'sessions.read', of: stations, by: 'stationId' });
  await sees('/trace/export', { permission: 'stations.manage', of: stations, by: 'stationId' });
  await sees('/people', { permission: 'people.read', of: [owner, ...people, home] });
  await sees('/cards?limit=200', { permission: 'access.read', of: cards });
  await sees('/drivers?limit=200', { permission: 'access.read', of: drivers });
  await sees('/vehicles?limit=200', { permission: 'access.read', of: vehicles });
  await sees('/groups', { permission: 'access.read', of: groups });
  await sees('/access-rules', { permission: 'access.read', of: rules });
  await sees('/clients', { permission: 'erp.manage', of: clients });
  await sees('/webhooks', { permission: 'erp.manage', of: webhooks });
  await finds('/stations', { permission: 'stations.read', of: stations });
  await finds('/sessions', { permission: 'sessions.read', of: sessions });
  await finds('/people', { permission: 'people.read', of: people });
  await finds('/drivers', { permission: 'access.read', of: drivers });
  await finds('/cards', { permission: 'access.read', of: cards });
  await seesCounts();
  await seesMessages();
  await seesTree();
  await seesNotes();
  await hears();

  interface Expected {
    readonly permission: string;
    readonly of: readonly Hung[];
    /** By which field of the answer the things are known; `id` unless said. */
    readonly by?: string;
  }

  /** The list holds exactly what hangs where the person has the permission. */
  async function sees(path: string, { permission, of, by = 'id' }: Expected): Promise<void> {
    const answer = await visitor.client.get(path);
    expect([path, answer.status]).toEqual([path, model.somewhere(permission) ? 200 : 403]);
    if (answer.status !== 200) return;
    const items: readonly Record<string, unknown>[] = Array.isArray(answer.json)
      ? answer.json
      : (answer.json.items ?? answer.json.lines);
    const seen = new Set(items.map((item) => item[by]));
    expect([path, [...seen].map(String).toSorted()]).toEqual([path, idsOf(permitted(permission, of))]);
  }

  /** Each thing is there for whoever may see it, and for nobody else. */
  async function finds(path: string, { permission, of }: Expected): Promise<void> {
    for (const { id, at } of of) {
      const asked = `${path}/${encodeURIComponent(id)}`;
      const { status } = await visitor.client.get(asked);
      expect([asked, status]).toEqual([asked, model.can(permission, at) ? 200 : 404]);
    }
  }

  function permitted(permission: string, of: readonly Hung[]): readonly Hung[] {
    return of.filter(({ at }) => model.can(permission, at));
  }

  async function seesCounts(): Promise<void> {
    const readable = permitted('sessions.read', sessions);
    if (model.somewhere('sessions.read')) {
      expect((await visitor.client.get('/session-totals')).json.count).toBe(readable.length);
      const lines = (await visitor.client.get('/sessions?format=csv')).text.trim().split('\r\n');
      expect(lines.length - 1).toBe(readable.length);
    }
    if (model.somewhere('stations.manage')) {
      const { items } = (await visitor.client.get('/knocks')).json;
      expect(items.length).toBe(model.can('stations.manage', 0) ? 1 : 0);
    }
    if (!model.somewhere('stations.read')) return;
    const overview = (await visitor.client.get('/overview')).json;
    expect(overview.stations.total).toBe(permitted('stations.read', stations).length);
    expect(overview.today.sessions).toBe(readable.length);
    const [first] = stations;
    if (first === undefined || !model.can('stations.read', first.at)) return;
    const [connector] = (await visitor.client.get(`/stations/${encodeURIComponent(first.id)}`)).json
      .connectors;
    // Who charges there is for whoever may see the session, wherever the station has gone since.
    const isShown = model.can('sessions.read', world.running.at);
    expect(connector.session?.id).toBe(isShown ? world.running.id : undefined);
  }

  /** The newest page need not reach back to each station; of none that it reaches may it be the wrong one. */
  async function seesMessages(): Promise<void> {
    if (!model.somewhere('stations.manage')) return;
    const readable = idsOf(permitted('stations.manage', stations));
    const items: readonly { readonly stationId: string }[] = (await visitor.client.get('/trace?limit=500'))
      .json.items;
    expect(readable).toEqual(expect.arrayContaining([...new Set(items.map(({ stationId }) => stationId))]));
    for (const { id, at } of stations) {
      const { status, json } = await visitor.client.get(`/trace?stationId=${encodeURIComponent(id)}&limit=5`);
      expect([id, status]).toEqual([id, model.can('stations.manage', at) ? 200 : 404]);
      if (status === 200) expect(json.items.length).toBeGreaterThan(0);
    }
  }

  async function seesTree(): Promise<void> {
    const isWithin = (node: number) => PERMISSIONS_AT_WORK.some((permission) => model.can(permission, node));
    const within = [...world.nodes.keys()].filter(isWithin);
    const shown = new Set(within.flatMap((node) => model.up(node)));
    const items: readonly { readonly id: number; readonly within: boolean }[] = (
      await visitor.client.get('/tenants')
    ).json.items;
    expect(items.map(({ id }) => world.nodes.indexOf(id)).toSorted()).toEqual([...shown].toSorted());
    expect(items.filter((item) => item.within).map(({ id }) => world.nodes.indexOf(id))).toEqual(within);
  }

  async function seesNotes(): Promise<void> {
    if (!model.somewhere('logbook.read')) return;
    for (const { id, at, stationId } of world.notes) {
      const path = `/logbook?limit=200&stationId=${encodeURIComponent(stationId)}`;
      const items: readonly { readonly facts: { readonly text?: string } }[] = (
        await visitor.client.get(path)
      ).json.items;
      const isThere = items.some(({ facts }) => facts.text === id);
      expect([id, isThere]).toEqual([id, model.can('logbook.read', at)]);
    }
  }

  /** The stream that has been open all the time follows what the person may see by now. */
  async function hears(): Promise<void> {
    await gathered();
    const from = heard.events.length;
    for (const { id } of stations)
      await change(`/stations/${encodeURIComponent(id)}`, { name: `Name ${Math.random()}` });
    await gathered();
    const told = heard.events.slice(from).filter(({ kind }) => kind === 'station');
    expect([...new Set(told.map(({ stationId }) => stationId))].toSorted()).toEqual(
      idsOf(permitted('stations.read', stations)),
    );
  }
}

/** Whoever may only look at the own sessions works at no node. */
const PERMISSIONS_AT_WORK = BUILT_IN_ROLES.owner.filter((permission) => permission !== 'own.read');

function idsOf(things: readonly Hung[]): readonly string[] {
  return [...new Set(things.map(({ id }) => String(id)))].toSorted();
}

/** Events of one thing are gathered for a moment. */
function gathered(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 400));
}
