import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply } from 'fastify';
import type { Application } from '../application.ts';
import { contentDisposition } from './content-disposition.ts';

export interface FileToSend {
  /** In any language. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly body: Readable;
  /** How many bytes it has, where that is known before. */
  readonly bytes?: number;
  /** To be looked at in a page instead of being saved; only for what cannot be a page itself. */
  readonly shown?: boolean;
}

/** What came from outside runs nothing and reaches nothing, even where it is opened by itself. */
const SANDBOX = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" };

/**
 * Writes a file to be saved, as fast as the reader takes it. The line is cut where its body fails: a file that breaks
 * off must not look complete. Resolves when it is through or has broken off.
 */
export async function sendFile(
  app: Application,
  reply: FastifyReply,
  { name, type, body, bytes, shown = false }: FileToSend,
): Promise<void> {
  reply.hijack();
  reply.raw.writeHead(200, {
    ...reply.getHeaders(),
    'content-type': type,
    ...(bytes === undefined ? {} : { 'content-length': bytes }),
    ...SANDBOX,
    'content-disposition': contentDisposition(shown ? 'inline' : 'attachment', name),
    'cache-control': 'no-store',
  } as Record<string, string | number>);
  await pipeline(body, reply.raw).catch((error: unknown) =>
    app.log.warn({ err: error, file: name }, 'file broke off'),
  );
}
