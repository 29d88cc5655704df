import { createServer, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Log } from '../log.ts';
import { siteAddresses } from './site-addresses.ts';

/**
 * The user interface on the network. By default it answers on this computer only; when the owner opens it,
 * one more listener is added for each address of the machine, and taken away again.
 */
export interface LanDoor {
  follow(open: boolean): Promise<void>;
  /** Addresses that are being answered on, besides loopback. */
  openAddresses(): readonly string[];
  close(): Promise<void>;
}

/** As on the loopback address; here, slow and idle sockets are to be expected. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };
const MOST_CONNECTIONS = 500;

export function createLanDoor(facts: {
  readonly port: () => number;
  readonly listener: RequestListener;
  readonly log: Log;
  readonly addresses?: () => readonly string[];
}): LanDoor {
  const addresses = facts.addresses ?? (() => siteAddresses().map(({ address }) => address));
  const servers = new Map<string, Server>();
  // The owner's switch and the look at the addresses once a minute must not get in each other's way.
  let turn: Promise<void> = Promise.resolve();

  return {
    follow: (open) => inTurn(() => settle(open ? addresses() : [])),
    openAddresses: () => [...servers.keys()],
    close: () => inTurn(() => settle([])),
  };

  function inTurn(task: () => Promise<void>): Promise<void> {
    const done = turn.then(task);
    // Whoever asked is told of a failure; it is not the next one's.
    turn = done.catch(() => undefined);
    return done;
  }

  async function settle(open: readonly string[]): Promise<void> {
    const wanted = new Set(open.filter((address) => address !== '127.0.0.1'));
    for (const [address, server] of servers) if (!wanted.has(address)) await shut(address, server);
    for (const address of wanted) if (!servers.has(address)) await listen(address);
  }

  async function listen(address: string): Promise<void> {
    const server = createServer(LIMITS, facts.listener);
    server.maxConnections = MOST_CONNECTIONS;
    server.on('clientError', refuseBytes);
    const problem = await new Promise<Error | null>((resolve) => {
      // Stays after listening: a socket that could not be accepted must not end the program.
      server.on('error', resolve);
      server.listen(facts.port(), address, () => resolve(null));
    });
    if (problem === null) servers.set(address, server);
    // An address may vanish between looking and listening; the next look finds it again.
    else facts.log.warn({ address, err: problem }, 'user interface not opened on this address');
  }

  async function shut(address: string, server: Server): Promise<void> {
    servers.delete(address);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** What is no HTTP gets a bare answer. */
function refuseBytes(_error: Error, socket: Duplex): void {
  if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  else socket.destroy();
}
