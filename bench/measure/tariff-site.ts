import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DAY, type Instant, instant, later } from '#core/shared/units.ts';
import type { BuiltProduct } from '#server/safety/built-product.ts';
import { connectSqlite } from '#store/sqlite/driver.ts';
import type { Scale } from '../arguments.ts';
import type { TariffSiteFigures } from '../figures.ts';
import { seedUnpriced } from '../seed-prices.ts';
import { seedSessions } from '../seed-sessions.ts';
import { startSite } from '../site.ts';
import { measurePriceLag } from './price-lag.ts';
import { measureRehearsals } from './rehearsals.ts';

const STATIONS = 100;
const A_MONTH = 10_000;
/** Minutes between two readings. */
const PACE = 15;
const LOOK_EVERY_MS = 100;

/** Prices what a site has sold, rehearses a month of it, and looks at what stations notice meanwhile. */
export async function measureTariffSite(
  product: BuiltProduct,
  dataFolder: string,
  { scale, say }: { readonly scale: Scale; readonly say: (line: string) => void },
): Promise<TariffSiteFigures> {
  const { unpricedSessions: sessions } = scale;
  say(`filling a site with ${sessions} sessions that nobody has priced yet`);
  const now = instant(Date.now());
  await seedSessions({ folder: dataFolder, sessions: 0, stations: STATIONS, cards: 0, now });
  await (await startSite(product, dataFolder, { adopt: [] })).target.stop();
  const until = startOfMonth(now);
  const from = later(until, -Math.max(1, sessions / A_MONTH) * 30 * DAY);
  await seedUnpriced({ folder: dataFolder, sessions, from, until, pace: PACE });

  const file = join(dataFolder, 'ladehaus.db');
  const beganMs = performance.now();
  const site = await startSite(product, dataFolder, {});
  try {
    await nothingWaits(file);
    const pricedMs = performance.now() - beganMs;
    const bareMs = await bareCopy(file, join(dataFolder, 'bare.db'));
    say(`${sessions} sessions read, priced and written: ${pricedMs.toFixed(0)} ms`);
    const rehearsal = await measureRehearsals(site.owner, { until, requests: scale.requests });
    say(`rehearsal of ${rehearsal.sessions} sessions: ${rehearsal.firstMs.toFixed(0)} ms at first`);
    const lag = await measurePriceLag(site, { months: rehearsal.months, scale });
    return { sessions, pricedMs, bareMs, rehearsal, ...lag };
  } finally {
    await site.target.stop();
  }
}

/** The site's clock is not far from that of UTC. */
function startOfMonth(now: Instant): Instant {
  const date = new Date(now);
  return instant(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
}

async function nothingWaits(file: string): Promise<void> {
  const database = await connectSqlite(file, 'read-only');
  for (;;) {
    const row = await database.get("SELECT 1 FROM session_cost WHERE state = 'open' LIMIT 1");
    if (row === undefined) break;
    await setTimeout(LOOK_EVERY_MS);
  }
  await database.close();
}

/** The readings and the prices of the same sessions, read and written once more in one transaction and with no thought. */
async function bareCopy(file: string, copy: string): Promise<number> {
  const from = await connectSqlite(file, 'read-only');
  const to = await connectSqlite(copy, 'read-write');
  await to.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  await to.exec('CREATE TABLE price (id INTEGER PRIMARY KEY, terms, outcome)');
  const began = performance.now();
  await to.exec('BEGIN');
  for (let after = 0; ; ) {
    const rows = await from.all(PAGE_OF_PRICES, [after]);
    for (const row of rows)
      await to.run('INSERT INTO price VALUES (?, ?, ?)', [row.session_id, row.terms_json, row.outcome_json]);
    const last = rows.at(-1)?.session_id;
    if (typeof last !== 'number') break;
    after = last;
  }
  await to.exec('COMMIT');
  const tookMs = performance.now() - began;
  await Promise.all([from.close(), to.close()]);
  return tookMs;
}

const PAGE_OF_PRICES = `SELECT session_id, terms_json, outcome_json, points_json
  FROM session_price JOIN session_curve USING (session_id) WHERE session_id > ? ORDER BY session_id LIMIT 500`;
