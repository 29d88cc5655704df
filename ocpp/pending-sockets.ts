import type { Socket } from 'node:net';

/** Counts the sockets of each address that have connected but are not admitted yet. */
export interface PendingSockets {
  /** Counts a new socket. False when its address has too many, and it was destroyed. */
  add(socket: Socket): boolean;
  /** The socket belongs to an admitted station now. */
  admitted(socket: unknown): void;
  /** Hangs up on all that are not admitted. */
  destroyAll(): void;
}

export function createPendingSockets(perAddress: number): PendingSockets {
  const counts = new Map<string, number>();
  const addressOf = new Map<Socket, string>();

  function release(socket: Socket): void {
    const address = addressOf.get(socket);
    if (address === undefined) return;
    addressOf.delete(socket);
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
      counts.set(address, count + 1);
      addressOf.set(socket, address);
      socket.once('close', () => release(socket));
      return true;
    },

    admitted: release,
    destroyAll() {
      for (const socket of addressOf.keys()) socket.destroy();
    },
  };
}
