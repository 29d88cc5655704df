import { readFileSync } from 'node:fs';
import { type ChargePoint, createChargePoint } from './charge-point.ts';
import { helpText, readCommandLine, type SimulationWish } from './command-line.ts';
import { oddStations } from './odd/odd-stations.ts';
import { playOddStation } from './play-odd-station.ts';
import { seededRandom } from './random.ts';
import { startSiteLife } from './site-life.ts';
import { realTime } from './time.ts';

const commandLine = readCommandLine(process.argv.slice(2));
switch (commandLine.kind) {
  case 'help':
    process.stdout.write(helpText);
    break;
  case 'list-odd':
    for (const { id, title } of oddStations) process.stdout.write(`${id.padEnd(28)} ${title}\n`);
    break;
  case 'wrong':
    process.stderr.write(`${commandLine.problem}\n\n${helpText}`);
    process.exitCode = 2;
    break;
  case 'run':
    await run(commandLine.wish);
    break;
}

async function run(wish: SimulationWish): Promise<void> {
  if (wish.odd !== undefined) {
    process.exitCode = await playOddStation(wish, wish.odd);
    return;
  }
  const ending = new AbortController();
  const time = realTime();
  const random = seededRandom(wish.seed);
  const stations = wish.life
    ? startSiteLife({
        ...wish,
        ...lineOf(wish),
        signsAt: () => wish.signs,
        time,
        random,
        signal: ending.signal,
      })
    : connectStations(wish, ending.signal);

  const reporting = setInterval(() => report(wish, stations), 5_000);
  process.once('SIGINT', () => {
    clearInterval(reporting);
    ending.abort();
    // Leave the sockets a moment to say goodbye; nothing else is worth waiting for.
    setTimeout(() => process.exit(), 1_000).unref();
  });
}

function connectStations(wish: SimulationWish, signal: AbortSignal): readonly ChargePoint[] {
  const time = realTime();
  const random = seededRandom(wish.seed);
  return Array.from({ length: wish.stations }, (_, index) => {
    const id = `${wish.prefix}${String(index + 1).padStart(2, '0')}`;
    const station = createChargePoint({ id, ...lineOf(wish), signs: wish.signs, time, random });
    // A central system holds back addresses from which too many connect in one instant.
    const cancel = time.after(index * 20, station.switchOn);
    signal.addEventListener('abort', () => {
      cancel();
      station.switchOff();
    });
    return station;
  });
}

/** How the stations connect, with the certificates read from their files. */
function lineOf({ url, password, security }: SimulationWish) {
  const { profile, caFile, certificateFile, keyFile } = security;
  return {
    url,
    password,
    securityProfile: profile,
    ...(caFile !== undefined && { trustedRoots: [readFileSync(caFile, 'utf8')] }),
    ...(certificateFile !== undefined &&
      keyFile !== undefined && {
        certificate: {
          certificate: readFileSync(certificateFile, 'utf8'),
          privateKey: readFileSync(keyFile, 'utf8'),
        },
      }),
  };
}

function report(wish: SimulationWish, stations: readonly ChargePoint[]): void {
  const online = stations.filter((station) => station.online).length;
  const charging = stations.filter((station) => station.statusOf(1) === 'Charging').length;
  const undelivered = stations.reduce((sum, station) => sum + station.undelivered, 0);
  const hint = online === 0 ? `; is there a central system at ${wish.url}, and does it know them?` : '';
  process.stdout.write(
    `${online} of ${stations.length} stations online, ${charging} charging, ${undelivered} undelivered messages${hint}\n`,
  );
}
