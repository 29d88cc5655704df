import type { TestSite } from './start-site.ts';

/** Something on a site, and the node on which it hangs. */
export interface Hung {
  readonly id: string | number;
  /** Index of the node; the root is 0. */
  at: number;
}

/** A site on which something of every kind hangs on every node of a tree. */
export interface ScatteredSite {
  /** Tenant ids; the root is the first. */
  readonly nodes: readonly number[];
  readonly stations: readonly Hung[];
  /** Each stays on the node where its station hung when it began; the last one of the first station runs. */
  readonly sessions: readonly Hung[];
  readonly running: Hung;
  /** Notes in the logbook, by what they say. */
  readonly notes: readonly (Hung & { readonly stationId: string | number })[];
  readonly people: readonly Hung[];
  readonly roles: readonly Hung[];
  readonly cards: readonly Hung[];
  readonly drivers: readonly Hung[];
  readonly vehicles: readonly Hung[];
  readonly groups: readonly Hung[];
  readonly rules: readonly Hung[];
  readonly clients: readonly Hung[];
  readonly webhooks: readonly Hung[];
}

/** Fills a site; nodes beside the root hang on it until somebody moves them. */
export async function scatter(site: TestSite, nodeCount: number): Promise<ScatteredSite> {
  const nodes = [1];
  for (let index = 1; index < nodeCount; index += 1)
    nodes.push(await add('/tenants', { parentId: 1, name: `Node ${index}`, kind: 'site' }));
  const each = async (make: (tenantId: number, index: number) => Promise<string | number>) => {
    const hung: Hung[] = [];
    for (const [at, tenantId] of nodes.entries()) hung.push({ id: await make(tenantId, at), at });
    return hung;
  };
  const sessions: Hung[] = [];
  const notes: (Hung & { readonly stationId: string })[] = [];
  const stations = await each(async (tenantId, at) => {
    const id = `S ${at}`;
    await site.adopt(id, { tenantId });
    const station = await site.station(id);
    await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
    const begin = { connectorId: 1, idTag: `CARD${at}`, meterStart: 0, timestamp: new Date().toISOString() };
    const { transactionId } = await station.ok('StartTransaction', begin);
    await station.ok('StopTransaction', {
      transactionId,
      meterStop: 900,
      timestamp: new Date().toISOString(),
    });
    await station.ok('StopTransaction', { transactionId: -1, meterStop: 1, timestamp: begin.timestamp });
    const { items } = (await site.api.get(`/sessions?stationId=${encodeURIComponent(id)}`)).json;
    sessions.push({ id: items[0].id, at });
    await site.api.post('/logbook', { text: `note ${at}`, stationId: id });
    notes.push({ id: `note ${at}`, at, stationId: id });
    await site.api.post(`/stations/${encodeURIComponent(id)}/commands`, { kind: 'reset', type: 'Soft' });
    if (at > 0) return id;
    await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Charging' });
    await station.ok('StartTransaction', { ...begin, meterStart: 900 });
    return id;
  });
  const running = (await site.api.get('/sessions?state=running')).json.items[0];
  sessions.push({ id: running.id, at: 0 });

  return {
    nodes,
    stations,
    sessions,
    running: { id: running.id, at: 0 },
    notes,
    people: await each(
      async (tenantId, at) =>
        (
          await answer('/people', {
            name: `Person ${at}`,
            tenantId,
            grants: [],
            password: 'seven green lanterns',
          })
        ).person.id,
    ),
    roles: await each(
      async (tenantId, at) =>
        (await answer('/roles', { tenantId, name: `Role ${at}`, permissions: ['stations.read'] })).key,
    ),
    cards: await each((tenantId, at) =>
      add('/cards', { tenantId, uid: `HELD${at}`, holder: `Holder ${at}` }),
    ),
    drivers: await each((tenantId, at) => add('/drivers', { tenantId, name: `Driver ${at}` })),
    vehicles: await each((tenantId, at) => add('/vehicles', { tenantId, plate: `S-AB ${at}` })),
    groups: await each((tenantId, at) => add('/groups', { of: 'users', tenantId, name: `Group ${at}` })),
    rules: await each((tenantId, at) =>
      add('/access-rules', { tenantId, name: `Rule ${at}`, who: { kind: 'everybody' } }),
    ),
    clients: await each(
      async (tenantId, at) =>
        (await answer('/clients', { tenantId, name: `Client ${at}`, permissions: ['stations.read'] })).client
          .id,
    ),
    webhooks: await each(
      async (tenantId, at) =>
        (
          await answer('/webhooks', {
            tenantId,
            name: `Hook ${at}`,
            url: 'https://no-such-host.invalid/hook',
            kinds: ['session-ended'],
          })
        ).webhook.id,
    ),
  };

  async function add(path: string, body: object): Promise<number> {
    return (await answer(path, body)).id;
  }

  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers as a foreign program would
  async function answer(path: string, body: object): Promise<any> {
    const { status, text, json } = await site.api.post(path, body);
    if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
    return json;
  }
}
