import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** What the page carries for the nonce of its answer. */
const NONCE_PLACE = /__CSP_NONCE__/g;

/** Serves the user interface. Every address that is no file and no API is one of its pages. */
export async function serveRenderer(app: FastifyInstance, folder: string): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  await app.register(fastifyStatic, {
    root: folder,
    // One route for each file that is there: nothing else can be asked for.
    wildcard: false,
    index: false,
    globIgnore: ['index.html'],
    decorateReply: false,
    setHeaders(reply, path) {
      // Names of built files change with their content.
      const hashed = path.includes(`${sep}assets${sep}`);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(page.replace(NONCE_PLACE, request.cspNonce));
  });
}
