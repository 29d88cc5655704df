import { homedir, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** How the program is to run. Everything that people set in it lives in the data folder, not here. */
export interface ServerConfig {
  readonly dataFolder: string;
  /** Folder of the built user interface. */
  readonly rendererFolder: string;
  readonly version: string;
  /** Port of the user interface and the API, on this computer only until the owner opens it. */
  readonly uiPort: number;
  readonly ocppHost: string;
  readonly ocppPort: number;
  /** For stations that connect over TLS; null for none. */
  readonly ocppTlsPort: number | null;
  /** Where stations send files while one is awaited. Left out or taken: any free port. */
  readonly uploadPort?: number;
  /** A site of its own with simulated stations. */
  readonly demo: boolean;
  /** Asks nothing of stations unless a person does, whatever the site's settings say. */
  readonly testToolMode?: boolean;
  /** Messages per second that one station may send for long; only the benchmark raises it. */
  readonly stationMessagesPerSecond?: number;
}

export const USAGE = `Ladehaus runs the charging stations of a site.

  --data DIR         where everything is kept (default: ${defaultDataFolder(false)})
  --demo             a demo site with simulated stations, in a folder of its own
  --port N           port of the user interface (default 8181)
  --ocpp-port N      port for the stations (default 8180)
  --ocpp-tls-port N  port for the stations over TLS, or off (default 8182)
  --upload-port N    port for files of stations, open while one is awaited (default 8183)
  --ocpp-host HOST   address to listen on for stations (default: all; with --demo: this computer only)
  --test-tool        test-tool mode: asks nothing of stations unless a person does (also LADEHAUS_TEST_TOOL=1)
  --headless         no window, even if there could be one
  --help             this text`;

export type ReadArguments =
  | { readonly kind: 'config'; readonly config: Omit<ServerConfig, 'rendererFolder' | 'version'> }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/** Reads the command line. What nobody says has a sensible default. */
export function readArguments(argv: readonly string[]): ReadArguments {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(argv);
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
  if (values.help === true) return { kind: 'help' };
  const demo = values.demo === true;
  const uiPort = port(values.port, demo ? 8191 : 8181);
  const ocppPort = port(values['ocpp-port'], demo ? 8190 : 8180);
  const ocppTlsPort =
    values['ocpp-tls-port'] === 'off' ? 'off' : port(values['ocpp-tls-port'], demo ? 8192 : 8182);
  const uploadPort = port(values['upload-port'], demo ? 8193 : 8183);
  if (values.data === '') return { kind: 'wrong', message: '--data names no folder' };
  if (uiPort === null) return { kind: 'wrong', message: `--port ${values.port} is not a port` };
  if (ocppPort === null)
    return { kind: 'wrong', message: `--ocpp-port ${values['ocpp-port']} is not a port` };
  if (ocppTlsPort === null)
    return { kind: 'wrong', message: `--ocpp-tls-port ${values['ocpp-tls-port']} is not a port` };
  if (uploadPort === null)
    return { kind: 'wrong', message: `--upload-port ${values['upload-port']} is not a port` };
  return {
    kind: 'config',
    config: {
      dataFolder: resolve(values.data ?? defaultDataFolder(demo)),
      uiPort,
      ocppHost: values['ocpp-host'] ?? (demo ? '127.0.0.1' : '0.0.0.0'),
      ocppPort,
      ocppTlsPort: ocppTlsPort === 'off' ? null : ocppTlsPort,
      uploadPort,
      demo,
      ...(values['test-tool'] === true || process.env.LADEHAUS_TEST_TOOL === '1'
        ? { testToolMode: true }
        : {}),
      // For the benchmark only, whose stations send as fast as they are answered.
      ...(process.env.LADEHAUS_BENCHMARK === '1'
        ? { stationMessagesPerSecond: Number.POSITIVE_INFINITY }
        : {}),
    },
  };
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    options: {
      data: { type: 'string' },
      demo: { type: 'boolean' },
      port: { type: 'string' },
      'ocpp-port': { type: 'string' },
      'ocpp-tls-port': { type: 'string' },
      'upload-port': { type: 'string' },
      'ocpp-host': { type: 'string' },
      'test-tool': { type: 'boolean' },
      headless: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  }).values;
}

/** 0 takes any free port; tests use it. */
function port(text: string | undefined, usual: number): number | null {
  if (text === undefined) return usual;
  const number = Number(text);
  return /^\d{1,5}$/.test(text) && number <= 65_535 ? number : null;
}

/** Where programs of this platform keep their data. The demo never touches the real site's folder. */
export function defaultDataFolder(demo: boolean): string {
  const name = demo ? 'Ladehaus Demo' : 'Ladehaus';
  switch (platform()) {
    case 'win32':
      return join(process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), name);
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', name);
    default:
      return join(
        process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'),
        name.toLowerCase().replace(' ', '-'),
      );
  }
}
