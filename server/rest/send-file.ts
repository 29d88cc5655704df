import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply } from 'fastify';
import type { Application } from '../application.ts';

export interface FileToSend {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly body: Readable;
  /** How many bytes it has, where that is known before. */
  readonly bytes?: number;
}

/**
 * Writes a file to be saved, as fast as the reader takes it. The line is cut where its body fails: a file that breaks
 * off must not look complete. Resolves when it is through or has broken off.
 */
export async function sendFile(
  app: Application,
  reply: FastifyReply,
  { name, type, body, bytes }: FileToSend,
): Promise<void> {
  reply.hijack();
  reply.raw.writeHead(200, {
    ...reply.getHeaders(),
    'content-type': type,
    ...(bytes === undefined ? {} : { 'content-length': bytes }),
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  } as Record<string, string | number>);
  await pipeline(body, reply.raw).catch((error: unknown) =>
    app.log.warn({ err: error, file: name }, 'file broke off'),
  );
}
