import type { Scale } from '../arguments.ts';
import { runLoad } from '../child.ts';
import type { LagRun, ReportLag } from '../figures.ts';
import type { Site } from '../site.ts';
import { timeOf } from './first-page.ts';

/** 200 stations with five messages a second each: far more than a site has, far less than the server can. */
const STATIONS = 200;
const PER_SECOND = 1_000;
/** Ten more stations, 20 Heartbeats a second each: with one alone a late answer would delay all that follow. */
const WATCHERS = 10;
const HEARTBEATS_PER_SECOND = 200;
const LONGER = 3;

/** What stations notice while somebody adds up and exports everything there is, again and again. */
export async function measureReportLag(
  site: Site,
  stations: readonly string[],
  scale: Scale,
): Promise<ReportLag> {
  const calm = await lagUnderLoad(site, stations, scale);
  const report = startReporting(site);
  const duringReport = await lagUnderLoad(site, stations, scale);
  return { calm, duringReport, ...(await report.stop()) };
}

async function lagUnderLoad(
  { target }: Site,
  stations: readonly string[],
  { warmMs, measureMs }: Scale,
): Promise<LagRun> {
  const shared = { port: target.port, warmMs, measureMs: measureMs * LONGER };
  const charging = stations.slice(0, STATIONS);
  const watchers = stations.slice(STATIONS, STATIONS + WATCHERS);
  const [site, heartbeats] = await Promise.all([
    runLoad({ ...shared, stations: charging, mix: 'site', perSecond: PER_SECOND }, () => {
      // Being asked begins a new count.
      void target.vitals();
    }),
    runLoad({ ...shared, stations: watchers, mix: 'heartbeats', perSecond: HEARTBEATS_PER_SECOND }),
  ]);
  const { stallP99Ms, stallMs } = await target.vitals();
  return {
    heartbeatP99Ms: heartbeats.p99Ms,
    stationsP99Ms: site.p99Ms,
    loopP99Ms: stallP99Ms,
    loopMaxMs: stallMs,
  };
}

interface Reporting {
  stop(): Promise<{ readonly totalsMs: number; readonly exportedMegabytesPerSecond: number }>;
}

function startReporting({ owner }: Site): Reporting {
  let goOn = true;
  let bytes = 0;
  const beganMs = performance.now();
  const totals = timeOf(owner, 'session-totals');
  const running = (async () => {
    while (goOn) {
      await timeOf(owner, 'session-totals');
      for await (const chunk of owner.stream('sessions?format=csv')) {
        bytes += chunk.length;
        if (!goOn) break;
      }
    }
  })();
  return {
    async stop() {
      goOn = false;
      const tookMs = performance.now() - beganMs;
      await running;
      return { totalsMs: await totals, exportedMegabytesPerSecond: bytes / 1e3 / tookMs };
    },
  };
}
