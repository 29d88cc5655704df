import type { Server as HttpServer } from 'node:http';
import type { Server } from 'node:https';
import type { Socket } from 'node:net';

/** The first byte of a TLS record that begins a handshake (RFC 8446 §5.1). */
const HANDSHAKE = 22;
/** Whoever says nothing for so long is no browser. */
const SILENT_MS = 10_000;

/**
 * Lets plain HTTP in at a door for HTTPS, as far as to be told where to go: people type an address without `https://`. Which
 * one it is shows in the first byte.
 */
export function splitPlain(secure: Server, plain: HttpServer): void {
  const own = secure.listeners('connection');
  secure.removeAllListeners('connection');
  secure.on('connection', (socket: Socket) => {
    const hangUp = () => socket.destroy();
    socket.on('error', hangUp);
    socket.setTimeout(SILENT_MS, hangUp);
    socket.once('readable', () => {
      const first: Buffer | null = socket.read();
      if (first === null) {
        hangUp();
        return;
      }
      socket.unshift(first);
      if (first[0] !== HANDSHAKE) {
        plain.emit('connection', socket);
        return;
      }
      socket.setTimeout(0);
      socket.off('timeout', hangUp);
      socket.off('error', hangUp);
      for (const listener of own) listener.call(secure, socket);
    });
  });
}
