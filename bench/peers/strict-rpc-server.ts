import type { AddressInfo } from 'node:net';
import { RPCServer } from 'ocpp-rpc';
import '#server/safety/process-probe.ts';

/** A central system that checks every message against its schema, remembers nothing, and answers. */
const server = new RPCServer({ protocols: ['ocpp1.6'], strictMode: true });
let transactions = 0;

server.on('client', (client) => {
  client.handle('MeterValues', () => ({}));
  client.handle('StatusNotification', () => ({}));
  client.handle('Heartbeat', () => ({ currentTime: new Date().toISOString() }));
  client.handle('Authorize', () => ({ idTagInfo: { status: 'Accepted' } }));
  client.handle('StopTransaction', () => ({}));
  client.handle('StartTransaction', () => {
    transactions += 1;
    return { transactionId: transactions, idTagInfo: { status: 'Accepted' } };
  });
});
const http = await server.listen(0, '127.0.0.1');
process.send?.({ port: (http.address() as AddressInfo).port });
