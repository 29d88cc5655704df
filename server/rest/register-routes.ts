import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Route } from '#api/route.ts';
import { type RouteName, routes } from '#api/routes.ts';
import type { Application } from '../application.ts';
import { createTurns } from '../in-turn.ts';
import type { Caller } from '../people/caller.ts';
import { callerOf } from './callers.ts';
import { mustBeUnchanged, nameVersion, withoutBodyIfSame } from './etags.ts';
import { routeHandlers } from './handlers.ts';
import { createOnceOnly } from './idempotency.ts';
import { pathOf } from './log-api-requests.ts';
import { mustBeOn } from './must-be-on.ts';
import { takeForms } from './oauth/form-scope.ts';
import { ANSWERED, type Asked } from './route-handlers.ts';
import { isOpen, schemaOf } from './route-schema.ts';

/** Puts every route of the contract on the server, with its schemas and with who may call it. */
export function registerRoutes(app: FastifyInstance, application: Application): void {
  const handlers = routeHandlers(application);
  app.decorateRequest('caller', null);
  app.decorateRequest('onceOnly', null);
  const once = createOnceOnly(application);
  const inTurn = createTurns();
  const names = Object.keys(routes) as RouteName[];
  for (const name of names.filter((one) => !takesForm(one))) register(app, name);
  // A scope of its own: what takes forms takes nothing else, and the rest takes none.
  void app.register((scope, _options, done) => {
    takeForms(scope, application);
    for (const name of names.filter(takesForm)) register(scope, name);
    done();
  });

  function register(scope: FastifyInstance, name: RouteName): void {
    const route: Route = routes[name];
    if (route.takes === undefined) put(scope, name, route);
    else
      void scope.register((alone, _options, done) => {
        put(takingFiles(alone, route.takes), name, route);
        done();
      });
  }

  function put(place: FastifyInstance, name: RouteName, route: Route): void {
    place.route({
      method: route.method,
      url: `/api/v1${route.path.replace(/\{(\w+)\}/g, ':$1')}`,
      schema: schemaOf(name, route),
      // Before the body is read: strangers learn nothing about what a request should look like.
      onRequest: async (request) => {
        request.caller = await callerOf(application, request, route.access);
        if (route.module !== undefined) mustBeOn(application, route.module);
      },
      ...(isOpen(route.access) ? {} : route.method === 'GET' ? VERSIONED : once),
      handler: async (request, reply) => {
        if (route.status !== undefined) reply.code(route.status);
        const answer = await answerOf(name, request, reply);
        return answer === ANSWERED ? reply : answer;
      },
    });
  }

  /** Changes of one thing are made one after the other, so that of two that have read the same only one can win. */
  function answerOf(name: RouteName, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { method, path }: Route = routes[name];
    const work = () => handlerOf(name)(asked(request, reply));
    if (method !== 'PATCH' && method !== 'DELETE') return work();
    return inTurn(pathOf(request), async () => {
      await mustBeUnchanged(request, async () => {
        const reading = names.find((one) => routes[one].method === 'GET' && routes[one].path === path);
        const read = reading === undefined ? ANSWERED : await handlerOf(reading)(asked(request, reply));
        return read === ANSWERED ? null : read;
      });
      return work();
    });
  }

  function handlerOf(name: RouteName): (asked: Asked<RouteName>) => Promise<unknown> {
    return handlers[name] as (asked: Asked<RouteName>) => Promise<unknown>;
  }
}

const VERSIONED = { preSerialization: nameVersion, onSend: withoutBodyIfSame };

function takesForm(name: RouteName): boolean {
  const route: Route = routes[name];
  return route.form === true;
}

/** For a route that takes a file and nothing else: as bytes, no larger than it says. */
function takingFiles(alone: FastifyInstance, takes: Route['takes']): FastifyInstance {
  alone.removeAllContentTypeParsers();
  for (const type of takes?.types ?? [])
    alone.addContentTypeParser(
      type,
      { parseAs: 'buffer', bodyLimit: takes?.mostBytes ?? 0 },
      (_request, body, done) => done(null, body),
    );
  return alone;
}

function asked(request: FastifyRequest, reply: FastifyReply): Asked<RouteName> {
  const { params, query, body, caller } = request;
  // The schemas of the route have vouched for these.
  return { params, query, body, caller, request, reply } as Asked<RouteName>;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null where the route is open to everybody and nobody has signed in. */
    caller: Caller | null;
  }
}
