import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** A TCP connection on which a station writes its handshake and its frames byte by byte. */
export interface RawSocket {
  readonly socket: Socket;
  /** The first line of the answer to the handshake. */
  readonly statusLine: string;
  /** Writes one masked WebSocket frame; `firstByte` holds the bits in front and the opcode. */
  writeFrame(text: string, firstByte: number): void;
  /** The first close code or text that comes back. */
  nextFrame(): Promise<{ readonly opcode: number; readonly payload: Buffer }>;
}

/** Writes the handshake with headers as they are given, in their order and spelling. */
export async function openRawSocket(url: string, headers: readonly string[]): Promise<RawSocket> {
  const { hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port), hostname);
  const received: Buffer[] = [];
  const listening = new Set<() => void>();
  socket.on('data', (part: Buffer) => {
    received.push(part);
    for (const look of listening) look();
  });
  socket.on('error', () => {});
  const key = randomBytes(16).toString('base64');
  const lines = [`GET ${pathname} HTTP/1.1`, `Host: ${hostname}:${port}`, ...headers];
  socket.write(
    `${[...lines, `Sec-WebSocket-Key: ${key}`, 'Sec-WebSocket-Version: 13'].join('\r\n')}\r\n\r\n`,
  );

  const head = await until(() => {
    const all = Buffer.concat(received);
    const end = all.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    received.splice(0, received.length, all.subarray(end + 4));
    return all.toString('latin1', 0, end);
  });
  return {
    socket,
    statusLine: head.split('\r\n', 1)[0] ?? '',

    writeFrame(text, firstByte) {
      const payload = Buffer.from(text);
      const mask = randomBytes(4);
      const masked = payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0));
      const length =
        payload.length < 126
          ? [0x80 | payload.length]
          : [0x80 | 126, payload.length >> 8, payload.length & 255];
      socket.write(Buffer.concat([Buffer.from([firstByte, ...length]), mask, masked]));
    },

    nextFrame: () =>
      until(() => {
        const [first = 0, second = 0, ...rest] = Buffer.concat(received);
        const length = second & 0x7f;
        if (rest.length < length || first === 0) return undefined;
        const payload = Buffer.from(rest.slice(0, length));
        received.splice(0, received.length, Buffer.from(rest.slice(length)));
        return { opcode: first & 0x0f, payload };
      }),
  };

  function until<T>(look: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('nothing came back')), PATIENCE_MS);
      const check = () => {
        const seen = look();
        if (seen === undefined) return;
        clearTimeout(timer);
        listening.delete(check);
        resolve(seen);
      };
      listening.add(check);
      check();
    });
  }
}

const PATIENCE_MS = 10_000;
