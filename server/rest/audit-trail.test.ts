import { expect, test } from 'vitest';
import type { Route } from '#api/route.ts';
import { type RouteName, routes } from '#api/routes.ts';
import { type Example, furnish, requestOf } from '../testing/every-route.ts';
import { eventually, OWNER, startSite, type TestSite } from '../testing/start-site.ts';

/** Changes nothing that is kept or in force, is refused on this site, or is kept in the book of requests. */
const LEAVES_NOTHING: ReadonlySet<RouteName> = new Set([
  'setUp',
  'seeFailedSignIns',
  'beginSecondFactor',
  'confirmSecondFactor',
  'renewRecoveryCodes',
  'resetSecondFactor',
  'issueToken',
  'revokeToken',
  'introspectToken',
  'uploadImport',
  'dryRunImport',
  'replayDeliveries',
  'verifyLogbook',
  'replaceAuthority',
  'forgetKnock',
  'readConfiguration',
  'readProfileAbilities',
  'readLocalListVersion',
  'getCompositeSchedule',
  'listRoots',
  'checkTariff',
  'priceExample',
  'rehearseTariff',
  'readOcpiTariffs',
  // Each session has an entry of its own, as of `rateSession`; here none waits.
  'rateHeldPrices',
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
  'signOut',
  'endOwnSignIn',
  'endOtherSignIns',
  'endPersonSignIns',
  'testWebhook',
  'replayDelivery',
  'rateSession',
]);

test('whatever somebody changes by any route stands in the logbook: who, and before and after', async () => {
  const site = await startSite();
  const silent: string[] = [];
  const refused: string[] = [];
  for (const example of await furnish(site)) {
    const route: Route = routes[example.name];
    if (route.method === 'GET') continue;
    const [latest] = await site.store.reads.listLog({ limit: 1 });
    const asked = { ...example, ...AT_THE_STATION.get(example.name) };
    const { name, method, path } = asked;
    const answer = await site.api.send(method, `/api/v1${path}`, requestOf(asked));
    if (LEAVES_NOTHING.has(name)) continue;
    if (answer.status >= 300) refused.push(`${name}: ${answer.text}`);
    else if (AT_THE_STATION.has(name)) await eventually(() => isOnRecord(site, name, latest?.id ?? 0));
    else if (!(await isOnRecord(site, name, latest?.id ?? 0))) silent.push(name);
  }
  expect({ silent, refused }).toEqual({ silent: [], refused: [] });
  await site.stop();
}, 120_000);

async function isOnRecord(site: TestSite, name: RouteName, after: number): Promise<boolean> {
  const entries = (await site.store.reads.listLog({ limit: 200 })).filter(({ id }) => id > after);
  return entries.some(
    ({ entry }) => entry.actor === OWNER.name && (entry.changed.length > 0 || CHANGES_NO_RECORD.has(name)),
  );
}
