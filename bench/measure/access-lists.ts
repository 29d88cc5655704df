import { join } from 'node:path';
import type { Owner } from '#server/safety/owner.ts';
import { connectSqlite } from '#store/sqlite/driver.ts';
import type { ListTimes } from '../figures.ts';
import { BRANCH, seededCard } from '../seed-access.ts';
import { timeOf } from './first-page.ts';
import { median } from './median.ts';

/** The middle of the list, as the page before it ends. */
const MIDDLE = Buffer.from(JSON.stringify(['driver 500000', 0])).toString('base64url');
const MIDDLE_PLATE = Buffer.from(JSON.stringify(['sab25000', 0])).toString('base64url');
const PAGE = 50;

/** Every way in which somebody looks at the lists of drivers, cards and vehicles, by what it is called. */
const WAYS: readonly (readonly [name: string, path: string])[] = [
  ...(['drivers', 'cards', 'vehicles'] as const).flatMap((list) => [
    [`${list}, first page`, list] as const,
    [`${list}, in the middle`, `${list}?cursor=${list === 'vehicles' ? MIDDLE_PLATE : MIDDLE}`] as const,
    [`${list}, blocked`, `${list}?state=blocked`] as const,
    [`${list}, of a branch`, `${list}?tenantId=${BRANCH}`] as const,
    [`${list}, search with few hits`, `${list}?search=49999`] as const,
    [`${list}, search with many hits`, `${list}?search=1`] as const,
    [`${list}, search with none`, `${list}?search=nobody`] as const,
  ]),
  ['drivers, of a group', 'drivers?groupId=7'],
  ['drivers, expired', 'drivers?state=expired'],
  ['drivers, all that at once', `drivers?groupId=11&state=valid&tenantId=${BRANCH}&search=driver`],
  ['cards, expired', 'cards?state=expired'],
  ['cards, of a driver', 'cards?driverId=25000'],
  ['cards, of a vehicle', 'cards?vehicleId=25000'],
  ['cards, search by number', `cards?search=${seededCard(25_000)}`],
  ['cards, search by the name of a driver', 'cards?search=driver%200079'],
];

/** How long each takes, asked over HTTP; beside it the rows of a page by their numbers, asked of SQLite. */
export async function measureLists(
  owner: Owner,
  { dataFolder, requests }: { readonly dataFolder: string; readonly requests: number },
): Promise<ListTimes> {
  const ways: { readonly name: string; readonly medianMs: number }[] = [];
  for (const [name, path] of WAYS) {
    const times: number[] = [];
    for (let request = 0; request < requests; request += 1) times.push(await timeOf(owner, path));
    ways.push({ name, medianMs: median(times) });
  }
  return { ways, bareMs: await bareRows(join(dataFolder, 'ladehaus.db'), requests) };
}

async function bareRows(file: string, requests: number): Promise<number> {
  const database = await connectSqlite(file, 'read-only');
  const times: number[] = [];
  for (let request = 0; request < requests; request += 1) {
    const began = performance.now();
    await database.all('SELECT * FROM card WHERE id BETWEEN ? AND ?', [request * PAGE, (request + 1) * PAGE]);
    times.push(performance.now() - began);
  }
  await database.close();
  return median(times);
}
