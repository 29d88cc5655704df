import { parseArgs } from 'node:util';

/** What the person at the command line asked for. */
export type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string }
  | { readonly kind: 'run'; readonly wish: SimulationWish };

export interface SimulationWish {
  readonly url: string;
  readonly stations: number;
  readonly prefix: string;
  readonly password: string | undefined;
  readonly cards: readonly [string, ...string[]];
  readonly life: boolean;
  readonly seed: number;
  readonly speed: number;
}

export const helpText = `Simulates charging stations that speak OCPP 1.6J.

  npm run simulate -- [options]

  --url URL        address of the central system   (ws://127.0.0.1:8180/ocpp/)
  --stations N     how many stations                (1)
  --prefix TEXT    their ids are TEXT01, TEXT02 ... (SIM-)
  --password TEXT  password of every station        (none)
  --cards A,B,C    cards that drivers hold          (CARD-01,CARD-02,CARD-03)
  --life           cars come, charge and leave; without it the stations only stay connected
  --seed N         same seed, same life             (1)
  --speed N        cars come and go N times as fast (1)
  --help           this text

Stop with Ctrl+C.
`;

export function readCommandLine(args: readonly string[]): CommandLine {
  try {
    return wishOf(parseArgs({ args: [...args], options: spelling, strict: true }).values);
  } catch (error) {
    return { kind: 'wrong', problem: error instanceof Error ? error.message : String(error) };
  }
}

const spelling = {
  url: { type: 'string', default: 'ws://127.0.0.1:8180/ocpp/' },
  stations: { type: 'string', default: '1' },
  prefix: { type: 'string', default: 'SIM-' },
  password: { type: 'string' },
  cards: { type: 'string', default: 'CARD-01,CARD-02,CARD-03' },
  life: { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
  speed: { type: 'string', default: '1' },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof spelling }>>['values'];

function wishOf(values: Values): CommandLine {
  if (values.help) return { kind: 'help' };
  if (!/^wss?:\/\/[^/]+\//.test(values.url)) {
    return wrong(`--url must look like ws://host:port/ocpp/, not "${values.url}"`);
  }
  const stations = Number(values.stations);
  if (!Number.isInteger(stations) || stations < 1 || stations > 5_000) {
    return wrong(`--stations must be a number from 1 to 5000, not "${values.stations}"`);
  }
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) return wrong(`--seed must be a whole number, not "${values.seed}"`);
  const speed = Number(values.speed);
  if (!(speed > 0 && speed <= 1_000)) {
    return wrong(`--speed must be a number up to 1000, not "${values.speed}"`);
  }
  const [first, ...others] = values.cards.split(',').filter((card) => card !== '');
  if (first === undefined) return wrong('--cards must name at least one card');

  const { prefix, password, life } = values;
  const url = values.url.endsWith('/') ? values.url : `${values.url}/`;
  return {
    kind: 'run',
    wish: { url, stations, prefix, password, cards: [first, ...others], life, seed, speed },
  };
}

function wrong(problem: string): CommandLine {
  return { kind: 'wrong', problem };
}
