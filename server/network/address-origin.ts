import { execFile } from 'node:child_process';

/** Runs a program of the system and gives what it writes; rejects when it is not there or takes too long. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<string>;

/** Addresses that are known to be given by a person, or by a router for a while. */
export type AddressOrigins = ReadonlyMap<string, 'fixed' | 'dhcp'>;

const NOTHING_KNOWN: AddressOrigins = new Map();

/**
 * Asks the system who gave it its addresses, without any rights. What cannot be read is left out: "cannot tell" is
 * better than a guess.
 */
export async function readAddressOrigins(
  platform: NodeJS.Platform,
  interfaces: readonly { readonly name: string; readonly address: string }[],
  run: RunProgram = runProgram,
): Promise<AddressOrigins> {
  try {
    switch (platform) {
      case 'linux':
        return originsFromIp(await run('ip', ['-json', '-4', 'address', 'show']));
      case 'win32':
        return originsFromPowerShell(await run('powershell.exe', POWERSHELL));
      case 'darwin':
        return await originsOfMac(interfaces, run);
      default:
        return NOTHING_KNOWN;
    }
  } catch {
    return NOTHING_KNOWN;
  }
}

const POWERSHELL = [
  '-NoProfile',
  '-NonInteractive',
  '-Command',
  'Get-NetIPAddress -AddressFamily IPv4 | ForEach-Object { "$($_.IPAddress) $($_.PrefixOrigin)" }',
];

interface IpInterface {
  readonly addr_info?: readonly {
    readonly local?: string;
    readonly dynamic?: boolean;
    readonly valid_life_time?: number;
  }[];
}

/** `ip` prints 2^32 - 1 for "forever". */
const FOREVER_S = 4_294_967_295;

/** An address that runs out was lent by a router. One that does not may have been, by a client that notes no end. */
function originsFromIp(json: string): AddressOrigins {
  const found = (JSON.parse(json) as readonly IpInterface[]).flatMap(
    ({ addr_info: addresses = [] }) => addresses,
  );
  return new Map(
    found.flatMap(({ local, dynamic, valid_life_time: life }) => {
      if (local === undefined || life === undefined) return [];
      return [[local, dynamic === true || life < FOREVER_S ? 'dhcp' : 'fixed'] as const];
    }),
  );
}

function originsFromPowerShell(lines: string): AddressOrigins {
  const origins = new Map<string, 'fixed' | 'dhcp'>();
  for (const line of lines.split(/\r?\n/)) {
    const [address = '', origin = ''] = line.trim().split(/\s+/);
    // A number where the system's own words were not loaded.
    if (/^(dhcp|3)$/i.test(origin)) origins.set(address, 'dhcp');
    else if (/^(manual|1)$/i.test(origin)) origins.set(address, 'fixed');
  }
  return origins;
}

async function originsOfMac(
  interfaces: readonly { readonly name: string; readonly address: string }[],
  run: RunProgram,
): Promise<AddressOrigins> {
  const origins = new Map<string, 'fixed' | 'dhcp'>();
  for (const { name, address } of interfaces) {
    const summary = await run('ipconfig', ['getsummary', name]).catch(() => '');
    const method = /ConfigMethod : (\w+)/.exec(summary)?.[1];
    if (method === 'DHCP' || method === 'BOOTP') origins.set(address, 'dhcp');
    else if (method === 'Manual') origins.set(address, 'fixed');
  }
  return origins;
}

const MOST_MS = 5_000;

function runProgram(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, [...args], { timeout: MOST_MS, windowsHide: true }, (error, stdout) => {
      if (error === null) resolve(stdout);
      else reject(error);
    });
  });
}
