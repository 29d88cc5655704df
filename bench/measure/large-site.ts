import { instant } from '#core/shared/units.ts';
import type { BuiltProduct } from '#server/safety/built-product.ts';
import type { Scale } from '../arguments.ts';
import type { Figures } from '../figures.ts';
import { seedSessions } from '../seed-sessions.ts';
import { type Site, startSite } from '../site.ts';
import { measurePages, timeOf } from './first-page.ts';
import { median } from './median.ts';
import { measureReportLag } from './report-lag.ts';

const STATIONS = 1_000;
const CARDS = 5_000;

/** Starts, lists and reports on a site with years of sessions. */
export async function measureLargeSite(
  product: BuiltProduct,
  dataFolder: string,
  { scale, say }: { readonly scale: Scale; readonly say: (line: string) => void },
): Promise<Pick<Figures, 'largeStartMs' | 'pages' | 'report'>> {
  say(`filling a site with ${scale.storedSessions} sessions`);
  const now = instant(Date.now());
  await seedSessions({
    folder: dataFolder,
    sessions: scale.storedSessions,
    stations: STATIONS,
    cards: CARDS,
    now,
  });
  await (await startSite(product, dataFolder, { adopt: [] })).target.stop();

  const { startMs, coldPageMs } = await startAgainAndAgain(product, dataFolder, scale.starts);
  say(`start with ${scale.storedSessions} sessions: ${startMs.toFixed(0)} ms`);
  const site = await startSite(product, dataFolder, {});
  try {
    const pages = await measurePages(site.owner, { coldMs: coldPageMs, requests: scale.requests, now });
    for (const { query, medianMs } of pages) say(`page "${query}": ${medianMs.toFixed(1)} ms`);
    const report = await measureReportLag(site, stationIds(), scale);
    return { largeStartMs: startMs, pages, report };
  } finally {
    await site.target.stop();
  }
}

async function startAgainAndAgain(
  product: BuiltProduct,
  dataFolder: string,
  starts: number,
): Promise<{ readonly startMs: number; readonly coldPageMs: number }> {
  const sites: Pick<Site, 'startMs'>[] = [];
  const cold: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    const site = await startSite(product, dataFolder, {});
    sites.push(site);
    cold.push(await timeOf(site.owner, FIRST_PAGE));
    await site.target.stop();
  }
  return { startMs: median(sites.map(({ startMs }) => startMs)), coldPageMs: median(cold) };
}

const FIRST_PAGE = 'sessions?limit=50';

/** As the seed names them. */
function stationIds(): readonly string[] {
  return Array.from({ length: STATIONS }, (_, index) => `BAY-${String(index + 1).padStart(4, '0')}`);
}
