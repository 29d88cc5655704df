import { randomBytes } from 'node:crypto';
import { cardUid } from '#core/access/card-uid.ts';
import { seededRandom } from '#ocpp/simulator/random.ts';
import { startSiteLife } from '#ocpp/simulator/site-life.ts';
import { realTime } from '#ocpp/simulator/time.ts';
import { addCard } from '../access/change-cards.ts';
import type { Application } from '../application.ts';
import { foundSite } from '../site/found-site.ts';
import { adoptStation } from '../stations/adopt-station.ts';
import { DEMO_CARDS, DEMO_STATIONS } from './demo-site.ts';

/** Fills the demo's own data folder once, then lets its simulated stations live. */
export async function runDemo(app: Application, signal: AbortSignal): Promise<void> {
  if (app.desk.live.settings === null) await found(app);
  const [first, ...more] = DEMO_CARDS.map((card) => card.uid);
  if (first === undefined) return;
  startSiteLife({
    url: `ws://127.0.0.1:${app.ports.ocpp}/ocpp/`,
    stations: DEMO_STATIONS.length,
    prefix: 'DEMO-',
    cards: [first, ...more],
    time: realTime(),
    random: seededRandom(app.clock.now()),
    signal,
  });
}

async function found(app: Application): Promise<void> {
  await foundSite(app, {
    language: 'de',
    region: 'de-DE',
    siteName: 'Demo',
    timeZone: 'Europe/Berlin',
    ownerName: 'Demo',
    // Nobody signs in with it: whoever opens the demo on this computer is in.
    password: randomBytes(24).toString('base64url'),
    access: 'known-cards',
  });
  for (const { id, name, maxPowerW } of DEMO_STATIONS)
    await adoptStation(app, { id, name, maxPowerW, by: 'Demo' });
  for (const { uid, holder, label } of DEMO_CARDS)
    await addCard(app, { uid: cardUid(uid), holder, label, by: 'Demo' });
}
