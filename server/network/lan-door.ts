import { createServer, type RequestListener, type Server } from 'node:http';
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
    turn = turn.then(task);
    return turn;
  }

  async function settle(open: readonly string[]): Promise<void> {
    const wanted = new Set(open.filter((address) => address !== '127.0.0.1'));
    for (const [address, server] of servers) if (!wanted.has(address)) await shut(address, server);
    for (const address of wanted) if (!servers.has(address)) await listen(address);
  }

  async function listen(address: string): Promise<void> {
    const server = createServer(facts.listener);
    const problem = await new Promise<Error | null>((resolve) => {
      server.once('error', resolve);
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
