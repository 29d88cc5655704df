import { parseArgs } from 'node:util';
import type { OddStation } from './odd/odd-station.ts';
import { oddStations } from './odd/odd-stations.ts';
import type { SecurityLevel } from './security-profile.ts';
import { SIGNED_FORMS, type SignedForm } from './signed-meter.ts';

/** What the person at the command line asked for. */
export type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'list-odd' }
  | { readonly kind: 'wrong'; readonly problem: string }
  | { readonly kind: 'run'; readonly wish: SimulationWish };

export interface SimulationWish {
  readonly url: string;
  readonly stations: number;
  readonly prefix: string;
  readonly password: string | undefined;
  readonly security: SecurityWish;
  /** The odd station that is to be played instead of decent ones. */
  readonly odd: OddStation | undefined;
  readonly cards: readonly [string, ...string[]];
  /** How their meters sign; undefined where they do not. */
  readonly signs: SignedForm | undefined;
  readonly life: boolean;
  readonly seed: number;
  readonly speed: number;
}

/** How the line is protected; files in PEM. */
export interface SecurityWish {
  readonly profile: SecurityLevel;
  readonly caFile: string | undefined;
  readonly certificateFile: string | undefined;
  readonly keyFile: string | undefined;
}

export const helpText = `Simulates charging stations that speak OCPP 1.6J.

  npm run simulate -- [options]

  --url URL        address of the central system   (ws://127.0.0.1:8180/ocpp/)
  --stations N     how many stations                (1)
  --prefix TEXT    their ids are TEXT01, TEXT02 ... (SIM-)
  --password TEXT  password of every station        (none)
  --profile N      security: 0 nothing, 1 password, 2 TLS and password,
                   3 TLS with a certificate of its own  (1 with a password, else 0)
  --ca FILE        root certificate that is trusted, for 2 and 3
  --certificate FILE, --key FILE
                   what the station shows, for 3
  --cards A,B,C    cards that drivers hold          (CARD-01,CARD-02,CARD-03)
  --signs FORM     their meters sign begin and end of each session, which travels as
                   oca-json, plain or hex; MeterPublicKey1 tells the key (they do not)
  --life           cars come, charge and leave; without it the stations only stay connected
  --seed N         same seed, same life             (1)
  --speed N        cars come and go N times as fast (1)
  --odd NAME       plays an odd station once: adopt it first as TEXT01 with the password that is
                   shown; "--odd list" names them all (docs/odd-stations.md tells what each does)
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
  profile: { type: 'string' },
  ca: { type: 'string' },
  certificate: { type: 'string' },
  key: { type: 'string' },
  odd: { type: 'string' },
  cards: { type: 'string', default: 'CARD-01,CARD-02,CARD-03' },
  signs: { type: 'string' },
  life: { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
  speed: { type: 'string', default: '1' },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof spelling }>>['values'];

function wishOf(values: Values): CommandLine {
  if (values.help) return { kind: 'help' };
  if (values.odd === 'list') return { kind: 'list-odd' };
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

  const signs = SIGNED_FORMS.find((form) => form === values.signs);
  if (values.signs !== undefined && signs === undefined)
    return wrong(`--signs must be ${SIGNED_FORMS.join(', ')}, not "${values.signs}"`);
  const odd = oddStations.find(({ id }) => id === values.odd);
  if (values.odd !== undefined && odd === undefined)
    return wrong(`--odd knows no station "${values.odd}"; --odd list names them`);
  const security = securityOf(values);
  if (typeof security === 'string') return wrong(security);

  const { prefix, password, life } = values;
  const url = values.url.endsWith('/') ? values.url : `${values.url}/`;
  return {
    kind: 'run',
    wish: {
      url,
      stations,
      prefix,
      password,
      security,
      odd,
      cards: [first, ...others],
      signs,
      life,
      seed,
      speed,
    },
  };
}

/** The wish, or what is wrong with it. */
function securityOf(values: Values): SecurityWish | string {
  const { profile: asked = values.password === undefined ? '0' : '1' } = values;
  const profile = LEVELS.find((level) => String(level) === asked);
  if (profile === undefined) return `--profile must be 0, 1, 2 or 3, not "${asked}"`;
  if ((profile === 1 || profile === 2) && values.password === undefined)
    return `--profile ${profile} needs --password`;
  if (profile >= 2 && !values.url.startsWith('wss:'))
    return `--profile ${profile} needs an address that begins with wss:`;
  if (profile >= 2 && values.ca === undefined) return `--profile ${profile} needs --ca`;
  if (profile === 3 && (values.certificate === undefined || values.key === undefined))
    return '--profile 3 needs --certificate and --key';
  return { profile, caFile: values.ca, certificateFile: values.certificate, keyFile: values.key };
}

const LEVELS = [0, 1, 2, 3] as const satisfies readonly SecurityLevel[];

function wrong(problem: string): CommandLine {
  return { kind: 'wrong', problem };
}
