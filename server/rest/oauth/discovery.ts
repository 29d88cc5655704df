import type { FastifyInstance } from 'fastify';
import { PERMISSIONS } from '#core/people/permission.ts';
import { EXCHANGE } from './oauth-handlers.ts';

/** Tells programs where tokens are to be had (RFC 8414); at the place that the standard names, not below `/api`. */
export function serveDiscovery(app: FastifyInstance): void {
  app.get('/.well-known/oauth-authorization-server', { schema: { hide: true } }, async (request) => {
    const issuer = `${request.protocol}://${request.host}`;
    const at = `${issuer}/api/v1/oauth`;
    const methods = ['client_secret_basic', 'client_secret_post'];
    return {
      issuer,
      token_endpoint: `${at}/token`,
      jwks_uri: `${at}/jwks`,
      revocation_endpoint: `${at}/revoke`,
      introspection_endpoint: `${at}/introspect`,
      // No flow of ours has a page to sign in on.
      response_types_supported: [],
      grant_types_supported: ['client_credentials', EXCHANGE],
      scopes_supported: PERMISSIONS,
      token_endpoint_auth_methods_supported: methods,
      revocation_endpoint_auth_methods_supported: methods,
      introspection_endpoint_auth_methods_supported: methods,
      service_documentation: `${issuer}/api/v1/docs`,
    };
  });
}
