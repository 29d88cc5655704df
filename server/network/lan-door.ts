import { createServer, type RequestListener } from 'node:http';
import type { Duplex } from 'node:stream';
import { createTlsDoor, type TlsDoor } from '#ocpp/tls-door.ts';
import type { TlsIdentity } from '#ocpp/tls-identity.ts';
import type { Log } from '../log.ts';
import { siteAddresses } from './site-addresses.ts';
import { splitPlain } from './split-plain.ts';

/**
 * The user interface on the network. By default it answers on this computer only; when the owner opens it,
 * one more listener is added for each address of the machine, and taken away again. Those speak HTTPS (ADR 11).
 */
export interface LanDoor {
  follow(open: boolean): Promise<void>;
  /** Addresses that are being answered on, besides loopback. */
  openAddresses(): readonly string[];
  /** The next handshakes show the certificates as they are now; open connections stay. */
  renewIdentity(): Promise<void>;
  close(): Promise<void>;
}

/** As on the loopback address; here, slow and idle sockets are to be expected. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };
const MOST_CONNECTIONS = 500;

export function createLanDoor(facts: {
  readonly port: () => number;
  readonly listener: RequestListener;
  /** What becomes of requests in the clear. */
  readonly plain: RequestListener;
  readonly identity: () => Promise<TlsIdentity>;
  readonly log: Log;
  readonly addresses?: () => readonly string[];
}): LanDoor {
  const addresses = facts.addresses ?? (() => siteAddresses().map(({ address }) => address));
  const doors = new Map<string, TlsDoor>();
  // The owner's switch and the look at the addresses once a minute must not get in each other's way.
  let turn: Promise<void> = Promise.resolve();

  return {
    follow: (open) => inTurn(() => settle(open ? addresses() : [])),
    openAddresses: () => [...doors.keys()],
    async renewIdentity() {
      for (const door of doors.values()) await door.renewIdentity();
    },
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
    for (const [address, door] of doors) if (!wanted.has(address)) await shut(address, door);
    for (const address of wanted) if (!doors.has(address)) await listen(address);
  }

  async function listen(address: string): Promise<void> {
    const door = createTlsDoor(
      { port: facts.port(), identity: facts.identity },
      // People show passwords here, not certificates.
      { ...LIMITS, requestCert: false, handshakeTimeout: LIMITS.headersTimeout },
      (_socket, error) => facts.log.error({ address, err: error }, 'no certificate to show on the network'),
    );
    const { server } = door;
    const plain = createServer(facts.plain);
    plain.on('clientError', refuseBytes);
    splitPlain(server, plain);
    server.on('request', facts.listener);
    server.maxConnections = MOST_CONNECTIONS;
    server.on('clientError', refuseBytes);
    const problem = await new Promise<Error | null>((resolve) => {
      // Stays after listening: a socket that could not be accepted must not end the program.
      server.on('error', resolve);
      server.listen(facts.port(), address, () => resolve(null));
    });
    if (problem === null) doors.set(address, door);
    // An address may vanish between looking and listening; the next look finds it again.
    else facts.log.warn({ address, err: problem }, 'user interface not opened on this address');
  }

  async function shut(address: string, { server }: TlsDoor): Promise<void> {
    doors.delete(address);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** What is no HTTP gets a bare answer. */
function refuseBytes(_error: Error, socket: Duplex): void {
  if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  else socket.destroy();
}
