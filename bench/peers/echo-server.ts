import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import '#server/safety/process-probe.ts';

/** Sends back what it gets: what Node and `ws` can do at most. */
const server = new WebSocketServer({
  host: '127.0.0.1',
  port: 0,
  perMessageDeflate: false,
  handleProtocols: () => 'ocpp1.6',
});
server.on('connection', (socket) => {
  socket.on('message', (data) => socket.send(data, { binary: false }));
});
server.on('listening', () => process.send?.({ port: (server.address() as AddressInfo).port }));
