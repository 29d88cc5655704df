import { connect, type Socket } from 'node:net';

/** Opens a WebSocket by hand and hands the bare socket over (RFC 6455 §4.1). */
export function openSocket(port: number, stationId: string): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  socket.write(
    `GET /ocpp/${stationId} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n' +
      'Sec-WebSocket-Protocol: ocpp1.6\r\n\r\n',
  );
  return new Promise((resolve, reject) => {
    let answer = '';
    socket.on('data', function hear(data: Buffer) {
      answer += data.toString('latin1');
      if (!answer.includes('\r\n\r\n')) return;
      socket.off('data', hear);
      if (answer.startsWith('HTTP/1.1 101')) resolve(socket);
      else reject(new Error(`${stationId} was not let in: ${answer.split('\r\n', 1)}`));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`${stationId}: the connection was closed`)));
  });
}
