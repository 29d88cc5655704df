import type { Socket } from 'node:net';

/** Counts the sockets of each address that have connected but are not admitted yet. */
export interface PendingSockets {
  /** Counts a new socket. False when its address has too many, and it was destroyed. */
  add(socket: Socket): boolean;
  /** The socket belongs to an admitted station now. */
  admitted(socket: Pick<Socket, 'remoteAddress' | 'remotePort'>): void;
  /** Hangs up on all that are not admitted. */
  destroyAll(): void;
}

export function createPendingSockets(perAddress: number): PendingSockets {
  const counts = new Map<string, number>();
  // A TLS socket is another object than the raw one it came over; both have the same peer.
  const pending = new Map<string, Socket>();

  function release(peer: string, address: string): void {
    if (!pending.delete(peer)) return;
    const left = (counts.get(address) ?? 1) - 1;
    if (left > 0) counts.set(address, left);
    else counts.delete(address);
  }

  return {
    add(socket) {
      const address = socket.remoteAddress ?? '';
      const count = counts.get(address) ?? 0;
      if (count >= perAddress) {
        socket.destroy();
        return false;
      }
      const peer = peerOf(socket);
      counts.set(address, count + 1);
      pending.set(peer, socket);
      socket.once('close', () => {
        // The port number may belong to a new socket already.
        if (pending.get(peer) === socket) release(peer, address);
      });
      return true;
    },

    admitted(socket) {
      release(peerOf(socket), socket.remoteAddress ?? '');
    },

    destroyAll() {
      for (const socket of pending.values()) socket.destroy();
    },
  };
}

function peerOf({ remoteAddress, remotePort }: Pick<Socket, 'remoteAddress' | 'remotePort'>): string {
  return `${remoteAddress} ${remotePort}`;
}
