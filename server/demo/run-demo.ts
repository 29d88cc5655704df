import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { connectorId, stationId } from '#core/shared/ids.ts';
import { seededRandom } from '#ocpp/simulator/random.ts';
import { startSiteLife } from '#ocpp/simulator/site-life.ts';
import { realTime } from '#ocpp/simulator/time.ts';
import type { Application } from '../application.ts';
import { foundSite } from '../site/found-site.ts';
import { DEMO_CARD_NUMBERS, DEMO_SIGNING, DEMO_STATIONS } from './demo-site.ts';
import { fillDemo } from './fill-demo.ts';

/**
 * Fills the demo's own data folder once, then lets its simulated stations live.
 * @returns ends their life: cars that charge are told to stop, so that nothing is left running
 */
export async function runDemo(app: Application): Promise<() => Promise<void>> {
  const founded = app.desk.live.settings === null;
  if (founded) await found(app);
  const [first, ...more] = DEMO_CARD_NUMBERS;
  if (first === undefined) throw new Error('The demo has no cards');
  const life = new AbortController();
  const stations = startSiteLife({
    url: `ws://127.0.0.1:${app.ports.ocpp}/ocpp/`,
    stations: DEMO_STATIONS.length,
    prefix: 'DEMO-',
    cards: [first, ...more],
    time: realTime(),
    random: seededRandom(app.clock.now()),
    signal: life.signal,
    // The past is told once; after a restart life goes on from where the meters stood.
    withPast: founded,
    signsAt: (id) => (DEMO_SIGNING.has(id) ? 'oca-json' : undefined),
    registerOf: (id) => app.desk.live.sessions.lastEndedAt(stationId(id), connectorId(1))?.end?.register,
  });
  return async () => {
    for (const station of stations)
      if (station.transactionIdOf(1) !== undefined) station.stopCharging(1, 'Other');
    const patience = app.clock.monotonic() + MOST_TIME_TO_STOP_MS;
    while (stations.some(({ undelivered }) => undelivered > 0) && app.clock.monotonic() < patience)
      await setTimeout(20);
    life.abort();
  };
}

const MOST_TIME_TO_STOP_MS = 1_000;

async function found(app: Application): Promise<void> {
  await foundSite(app, {
    ...localeOfComputer(),
    siteName: 'Demo',
    ownerName: 'Demo',
    // Nobody signs in with it: whoever opens the demo on this computer is in.
    password: randomBytes(24).toString('base64url'),
    access: 'known-cards',
  });
  await fillDemo(app);
}

/** The demo asks nothing, so it speaks as the computer does. */
function localeOfComputer(): { language: 'de' | 'en'; region: string; timeZone: string } {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const language = locale.toLowerCase().startsWith('de') ? 'de' : 'en';
  const region = /^[a-z]{2,3}-[A-Z]{2}$/.test(locale) ? locale : language === 'de' ? 'de-DE' : 'en-GB';
  return { language, region, timeZone };
}
