import type { AddressInfo, Server } from 'node:net';
import { PortInUse } from './port-in-use.ts';

/** Opens a port and says which it is. Rejects with `PortInUse` when it is taken. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    // Stays after listening: a socket that could not be accepted must not end the program.
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortInUse(host, port) : error);
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}
