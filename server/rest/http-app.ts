import fastifyCookie from '@fastify/cookie';
import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { Application } from '../application.ts';
import { createDocumenting } from './api-examples.ts';
import { asApiProblem } from './as-api-problem.ts';
import { lazySerialization } from './lazy-serialization.ts';
import { logApiRequests } from './log-api-requests.ts';
import { serveDiscovery } from './oauth/discovery.ts';
import { ApiProblem, challengeOf, problemDocument } from './problem.ts';
import { registerRoutes } from './register-routes.ts';
import { SHARED_SCHEMAS } from './route-schema.ts';
import { DOCS_PATH, secure } from './security.ts';
import { serveRenderer } from './serve-renderer.ts';
import { createValidation } from './validation.ts';

const MOST_BODY_BYTES = 1_000_000;
export const PROBLEM_TYPE = 'application/problem+json';

/** The web side of the program: API, its documentation, and the user interface. Not yet listening. */
export async function createHttpApp(
  application: Application,
  rendererFolder: string,
): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: MOST_BODY_BYTES,
    requestTimeout: 60_000,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    schemaController: { compilersFactory: { buildSerializer: lazySerialization } },
    // 255 characters, each percent-encoded as up to nine.
    routerOptions: { maxParamLength: 2_400 },
    // What fails before there is a request: an address that cannot be decoded, bytes that are no HTTP.
    frameworkErrors(error, _request, reply) {
      const document = problemDocument(asApiProblem(error) ?? new ApiProblem('internal'));
      reply.hijack();
      reply.raw.writeHead(document.status, { 'content-type': PROBLEM_TYPE }).end(JSON.stringify(document));
    },
    clientErrorHandler(_error, socket) {
      if (!socket.writable) return;
      const body = JSON.stringify(problemDocument(new ApiProblem('invalid-request')));
      socket.end(
        `HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
    },
  });
  // JSON only: what a foreign form can send unasked is no body to us.
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(createValidation());
  app.setErrorHandler((error, request, reply) => {
    const problem = asApiProblem(error);
    if (problem === null) application.log.error({ err: error, url: request.url }, 'request failed');
    const told = problem ?? new ApiProblem('internal');
    request.problemCode = told.code;
    return answer(told, reply);
  });
  app.setNotFoundHandler((request, reply) =>
    answer(new ApiProblem('not-found', { detail: request.url.slice(0, 200) }), reply),
  );
  secure(app, application);
  logApiRequests(app, application);
  await app.register(fastifyCookie);
  for (const schema of SHARED_SCHEMAS) app.addSchema(schema);
  await app.register(fastifySwagger, {
    transform: createDocumenting(),
    refResolver: { buildLocalReference: ({ $id }) => String($id) },
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Ladehaus',
        version: application.version,
        description:
          'Everything that Ladehaus can do, for programs. Times are UTC, energies whole watt-hours.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/', description: 'This computer' }],
      components: {
        securitySchemes: {
          cookie: {
            type: 'apiKey',
            in: 'cookie',
            name: 'ladehaus-{port}',
            description: 'Given by POST /api/v1/sign-in',
          },
          token: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: 'Given to clients by POST /api/v1/oauth/token, for ten minutes',
          },
        },
      },
    },
  });
  await app.register(fastifySwaggerUi, {
    routePrefix: DOCS_PATH,
    theme: {
      title: 'Ladehaus',
      css: [{ filename: 'ladehaus.css', content: '.swagger-ui .topbar { display: none; }' }],
    },
  });
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  serveDiscovery(app);
  registerRoutes(app, application);
  await serveRenderer(app, rendererFolder);
  return app;
}

function answer(problem: ApiProblem, reply: FastifyReply): unknown {
  const document = problemDocument(problem);
  const challenge = challengeOf(problem);
  if (challenge !== null) reply.header('www-authenticate', challenge);
  return reply.code(document.status).type(PROBLEM_TYPE).send(document);
}
