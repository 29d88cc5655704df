import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A program that takes what webhooks send, on a port of its own. */
export interface WebhookReceiver {
  readonly url: string;
  readonly got: readonly Received[];
  /** What it answers from now on; null never answers. */
  answers(status: number | null): void;
  stop(): Promise<void>;
}

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into what was sent as a foreign program would
  readonly json: any;
}

/** What a site needs to reach a receiver on loopback. */
export const LOOPBACK = { allowLoopback: true, resolve: async () => ['127.0.0.1'] };

export async function startReceiver(): Promise<WebhookReceiver> {
  const got: Received[] = [];
  let status: number | null = 204;
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      got.push({ path: request.url ?? '', headers: request.headers, text, json: JSON.parse(text) });
      if (status !== null) response.writeHead(status).end(status === 204 ? undefined : `status ${status}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://erp.example:${(server.address() as AddressInfo).port}/hook`,
    got,
    answers(next) {
      status = next;
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
