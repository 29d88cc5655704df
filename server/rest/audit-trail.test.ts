import { expect, test } from 'vitest';
import type { Route } from '#api/route.ts';
import { type RouteName, routes } from '#api/routes.ts';
import { type Example, furnish } from '../testing/every-route.ts';
import { eventually, OWNER, startSite, type TestSite } from '../testing/start-site.ts';

/** Changes nothing that is kept, or is refused on this site. */
const LEAVES_NOTHING: ReadonlySet<RouteName> = new Set([
  'setUp',
  'signOut',
  'verifyLogbook',
  'replaceAuthority',
  'forgetKnock',
  'readConfiguration',
  'readProfileAbilities',
  'readLocalListVersion',
  'getCompositeSchedule',
  'listRoots',
]);

/** What these do with a station they do only with one that is on the line. */
const AT_THE_STATION: ReadonlyMap<RouteName, Partial<Example>> = new Map([
  ['applyTemplate', { body: { stationIds: ['HOF 1'] } }],
  ['repairOffline', { path: '/stations/HOF%201/offline-repair' }],
]);

/** Of these the entry may be all that is kept. */
const CHANGES_NO_RECORD: ReadonlySet<RouteName> = new Set([
  'repairOffline',
  'changeConfiguration',
  'sendMessage',
  'clearDeviations',
  'installRoot',
  'deleteRoot',
  'requireProfile',
  'writeNote',
  'supplementEntry',
  'signIn',
]);

test('whatever somebody changes by any route stands in the logbook: who, and before and after', async () => {
  const site = await startSite();
  const silent: string[] = [];
  for (const example of await furnish(site)) {
    const route: Route = routes[example.name];
    if (route.method === 'GET' || LEAVES_NOTHING.has(example.name)) continue;
    const [latest] = await site.store.reads.listLog({ limit: 1 });
    const { name, method, path, body } = { ...example, ...AT_THE_STATION.get(example.name) };
    const answer = await site.api.send(method, `/api/v1${path}`, body === undefined ? {} : { body });
    expect(answer.status, `${name}: ${answer.text}`).toBeLessThan(300);
    await eventually(() => isOnRecord(site, name, latest?.id ?? 0)).catch(() => silent.push(name));
  }
  expect(silent).toEqual([]);
  await site.stop();
}, 120_000);

async function isOnRecord(site: TestSite, name: RouteName, after: number): Promise<boolean> {
  const entries = (await site.store.reads.listLog({ limit: 200 })).filter(({ id }) => id > after);
  return entries.some(
    ({ entry }) => entry.actor === OWNER.name && (entry.changed.length > 0 || CHANGES_NO_RECORD.has(name)),
  );
}
