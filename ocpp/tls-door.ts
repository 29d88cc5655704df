import { createServer, type Server, type ServerOptions } from 'node:https';
import type { Socket } from 'node:net';
import { listen } from './listen.ts';
import { secureContextOf, TLS_RULES, type TlsIdentity } from './tls-identity.ts';

/** The port for stations that connect over TLS. */
export interface TlsDoorOptions {
  readonly port: number;
  /** Asked for when the first station knocks (making keys takes a moment), and whenever it has been renewed. */
  identity(): Promise<TlsIdentity>;
}

export interface TlsDoor {
  readonly server: Server;
  /** Rejects with `PortInUse` when the port is taken. */
  listen(host: string): Promise<number>;
  /** The next handshakes use the identity as it is now; open connections stay. */
  renewIdentity(): Promise<void>;
}

/** A server of which no handshake begins before it knows who it is. Not yet listening. */
export function createTlsDoor(
  { port, identity }: TlsDoorOptions,
  options: ServerOptions,
  onFailure: (socket: Socket, error: Error) => void,
): TlsDoor {
  const server = createServer({ ...TLS_RULES, ...options });
  const own = server.listeners('connection');
  let known: Promise<void> | null = null;
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    const hangUp = () => socket.destroy();
    socket.on('error', hangUp);
    known ??= takeIdentity();
    known.then(
      () => {
        socket.off('error', hangUp);
        if (!socket.destroyed) for (const listener of own) listener.call(server, socket);
      },
      (error: unknown) => {
        // Whoever keeps the keys is out of order; the next station asks again.
        known = null;
        onFailure(socket, error instanceof Error ? error : new Error(String(error)));
        socket.destroy();
      },
    );
  });

  return {
    server,
    listen: (host) => listen(server, host, port),
    async renewIdentity() {
      if (known !== null) await takeIdentity();
    },
  };

  async function takeIdentity(): Promise<void> {
    server.setSecureContext(secureContextOf(await identity()));
  }
}
