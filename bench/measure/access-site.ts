import { join } from 'node:path';
import { instant } from '#core/shared/units.ts';
import type { BuiltProduct } from '#server/safety/built-product.ts';
import type { Scale } from '../arguments.ts';
import { startPeer } from '../child.ts';
import type { AccessFigures } from '../figures.ts';
import { seedAccess } from '../seed-access.ts';
import { seedSessions } from '../seed-sessions.ts';
import { startSite } from '../site.ts';
import { measureDecisions } from './access-decision.ts';
import { measureLists } from './access-lists.ts';
import { measureAuthorize } from './authorize.ts';
import { measureImport } from './import.ts';
import { measureListReckoning } from './list-reckoning.ts';

/** As the seed names the first. */
const STATION = 'BAY-0001';
const STATIONS = 100;
const RULES = 200;

/** Who may charge where on a site with very many cards: deciding, listing, importing, keeping the lists of stations. */
export async function measureAccessSite(
  product: BuiltProduct,
  folder: string,
  { scale, say }: { readonly scale: Scale; readonly say: (line: string) => void },
): Promise<AccessFigures> {
  const { holders, requests } = scale;
  const dataFolder = join(folder, 'data');
  say(`filling a site with ${holders} drivers, cards and vehicles and ${RULES} rules`);
  const now = instant(Date.now());
  await seedSessions({ folder: dataFolder, sessions: 0, stations: STATIONS, cards: 0, now });
  await seedAccess({ folder: dataFolder, holders, rules: RULES, now });
  await (await startSite(product, dataFolder, { adopt: [] })).target.stop();
  const asked = { station: STATION, holders };
  const decisions = await measureDecisions(dataFolder, { ...asked, decisions: 400 * requests });
  say(`decision on a card: p99 ${decisions.decided.p99Ms.toFixed(3)} ms`);
  const reckoning = await measureListReckoning(dataFolder, STATIONS);
  say(
    `cards of a station reckoned: ${reckoning.stationMs.toFixed(0)} ms, longest stall ${reckoning.stallMs.toFixed(0)} ms`,
  );

  const site = await startSite(product, dataFolder, {});
  const echo = await startPeer('echo');
  try {
    const authorize = {
      product: await measureAuthorize(site.target.port, { ...asked, requests: 40 * requests }),
      echo: await measureAuthorize(echo.port, { ...asked, requests: 40 * requests }),
    };
    const lists = await measureLists(site.owner, { dataFolder, requests });
    for (const { name, medianMs } of lists.ways) say(`${name}: ${medianMs.toFixed(1)} ms`);
    const imported = await measureImport(site.owner, folder);
    say(`import: ${(imported.dryRunMs + imported.runMs).toFixed(0)} ms`);
    return { holders, rules: RULES, decisions, authorize, lists, imported, reckoning };
  } finally {
    await Promise.all([echo.stop(), site.target.stop()]);
  }
}
