import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Application } from '../application.ts';
import { allowOrigin, answerPreflight, isPreflight, mayCross } from './cors.ts';
import { ApiProblem } from './problem.ts';

export const DOCS_PATH = '/api/v1/docs';

/** Headers, host and origin checks of every answer (OWASP ASVS 3.4, 4.4.2, 14.4). */
export function secure(app: FastifyInstance, application: Application): void {
  app.decorateRequest('cspNonce', '');
  app.decorateRequest('foreignOrigin', null);
  app.addHook('onRequest', async (request, reply) => {
    request.cspNonce = randomBytes(16).toString('base64');
    reply.headers({
      'content-security-policy': contentSecurityPolicy(request),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
    });
    // Anything else is DNS rebinding.
    if (!application.ownHosts().has(request.host.toLowerCase())) throw new ApiProblem('foreign-host');
    if (!isForeign(request)) return undefined;
    const { origin } = request.headers;
    if (origin === undefined || !mayCross(application, request)) throw new ApiProblem('foreign-origin');
    request.foreignOrigin = origin;
    allowOrigin(reply, origin);
    return isPreflight(request) ? answerPreflight(reply) : undefined;
  });
}

/** Browsers say where a request comes from; programs such as an ERP say nothing and hold no cookie of ours. */
function isForeign(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return origin !== `${request.protocol}://${request.host}`;
  const site = request.headers['sec-fetch-site'];
  return request.url.startsWith('/api/') && (site === 'cross-site' || site === 'same-site');
}

function contentSecurityPolicy(request: FastifyRequest): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${inlineStyles(request)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** The documentation page writes styles into its elements; everything else of it comes from files, too. */
function inlineStyles({ url, cspNonce }: FastifyRequest): string {
  return url.startsWith(DOCS_PATH) ? "'unsafe-inline'" : `'nonce-${cspNonce}'`;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** For the style elements of this one page. */
    cspNonce: string;
    /** The web page elsewhere that asks; null for everybody else. */
    foreignOrigin: string | null;
  }
}
