import { readFileSync } from 'node:fs';
import type { SimulationWish } from './command-line.ts';
import type { OddOrder, OddStage, OddStation } from './odd/odd-station.ts';

/**
 * Plays an odd station once at a central system that somebody runs, and says what was expected of it.
 * @returns the exit code: 0 when the station was answered as it must be
 */
export async function playOddStation(wish: SimulationWish, station: OddStation): Promise<0 | 1> {
  const stage = stageOf(wish, station);
  const { seenAt, title, expects, setting } = station;
  say(`${stage.stationId}: a station that ${title} (seen at ${seenAt}), at ${wish.url}`);
  if (setting !== undefined) say(`The site has to have set: ${JSON.stringify(setting)}`);
  try {
    await station.run(stage);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.stderr.write('Has the station been adopted, and does it have the right password?\n');
    return 1;
  }
  say(`Done. Now there should be to see: ${JSON.stringify(expects)}`);
  return 0;
}

function stageOf(
  { url, prefix, password, security, cards }: SimulationWish,
  { setting }: OddStation,
): OddStage {
  return {
    url,
    stationId: `${prefix}01`,
    password: password ?? setting?.password,
    tls() {
      if (!url.startsWith('wss:') || security.caFile === undefined)
        return Promise.reject(new Error('It speaks TLS: say --url wss://… and --ca FILE'));
      return Promise.resolve({ url, root: readFileSync(security.caFile, 'utf8') });
    },
    idTag: cards[0],
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    now: Date.now,
    order(order: OddOrder) {
      say(`Please order now: ${JSON.stringify(order)}`);
      return Promise.resolve();
    },
    pass(ms) {
      say(`Here ${Math.round(ms / 60_000)} minutes would pass; the next message comes at once.`);
    },
    restart() {
      say('Please start the central system anew now.');
      return Promise.resolve();
    },
  };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
