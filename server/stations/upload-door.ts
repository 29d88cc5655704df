import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import type { Log } from '../log.ts';
import { LIMIT_BYTES } from './upload-folder.ts';

/** A small web server for nothing but the files that are awaited. */
export interface UploadDoor {
  readonly port: number;
  close(): Promise<void>;
}

export interface SentFile {
  readonly body: Readable;
  /** As the station named it in the address; empty when it did not. */
  readonly name: string;
  readonly contentType: string;
}

export type Reception = 'received' | 'unknown' | 'too-large';

export interface UploadDoorOptions {
  readonly host: string;
  /** The port to take if it is free; 0 for any. */
  readonly port: number;
  readonly log: Log;
  awaits(token: string): boolean;
  receive(token: string, file: SentFile): Promise<Reception>;
}

const STATUS: Readonly<Record<Reception, number>> = {
  received: 201,
  unknown: 404,
  'too-large': 413,
};

/** Takes PUT and POST at `/upload/<token>/<name>`; anything else is told that there is nothing. */
export async function openUploadDoor(options: UploadDoorOptions): Promise<UploadDoor> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 3_600_000 }, (request, response) => {
    take(request, response, options).catch((error: unknown) => {
      // The station has gone, or the disk is full: it may try again while its address is open.
      options.log.warn({ err: error }, 'upload broke off');
      if (response.headersSent) response.destroy();
      else answer(response, 500);
    });
  });
  server.maxConnections = 50;
  const port = await listen(server, options).catch(() => listen(server, { ...options, port: 0 }));
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  { awaits, receive }: UploadDoorOptions,
): Promise<void> {
  const [, area, token = '', ...rest] = (request.url ?? '').split(/[?#]/, 1)[0]?.split('/') ?? [];
  const asked = area === 'upload' && awaits(token);
  if (!asked) return answer(response, 404);
  if (request.method !== 'PUT' && request.method !== 'POST') return answer(response, 405);
  if (Number(request.headers['content-length'] ?? 0) > LIMIT_BYTES) return answer(response, 413);
  const reception = await receive(token, {
    body: request,
    name: rest.at(-1) ?? '',
    contentType: request.headers['content-type'] ?? '',
  });
  answer(response, STATUS[reception]);
}

function answer(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close', 'content-length': 0 }).end();
}

function listen(server: Server, { host, port }: Pick<UploadDoorOptions, 'host' | 'port'>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      // A socket that could not be accepted must not end the program.
      server.on('error', () => {});
      resolve((server.address() as AddressInfo).port);
    });
  });
}
