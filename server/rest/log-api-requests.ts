import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ApiRequest } from '#core/erp/api-request.ts';
import type { ApiClient } from '#core/erp/client.ts';
import { milliseconds } from '#core/shared/units.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Application } from '../application.ts';

/** Keeps what programs ask, and every token that was refused: method and path, never a header, a query or a body. */
export function logApiRequests(app: FastifyInstance, { desk, clock, log }: Application): void {
  app.decorateRequest('apiClient', null);
  app.decorateRequest('problemCode', null);
  app.addHook('onResponse', async (request, reply) => {
    const { apiClient, problemCode } = request;
    if (apiClient === null && problemCode !== 'token-refused' && problemCode !== 'invalid_client') return;
    const made: ApiRequest = {
      at: clock.now(),
      clientId: apiClient?.id ?? null,
      tenantId: apiClient?.tenantId ?? ROOT_TENANT,
      method: request.method,
      path: pathOf(request).slice(0, 300),
      status: reply.statusCode,
      duration: milliseconds(Math.round(reply.elapsedTime * 10) / 10),
      code: problemCode,
      address: request.ip,
    };
    desk
      .decide(() => ({ value: undefined, changes: [{ kind: 'add-api-request', request: made }] }))
      .catch((error: unknown) => log.warn({ err: error }, 'request of a client not kept'));
  });
}

/** The address of a request without its query. */
export function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? '';
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The client that asks or names itself, also when it is refused. */
    apiClient: ApiClient | null;
    /** What it was answered with, when that is a problem. */
    problemCode: string | null;
  }
}
