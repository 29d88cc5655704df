import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '#api/route.ts';
import type { RouteName, Routes } from '#api/routes.ts';
import type { Caller } from '../people/caller.ts';

/** A request as a handler sees it: checked against its schema, from somebody known. */
export interface Asked<Name extends RouteName> {
  readonly params: ParamsOf<Routes[Name]>;
  readonly query: QueryOf<Routes[Name]>;
  readonly body: BodyOf<Routes[Name]>;
  readonly caller: CallerOf<Routes[Name]['access']>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Routes that are open to everybody may have one; all others do. */
type CallerOf<Access> = Access extends 'public' | 'before-setup' ? Caller | null : Caller;

/** A handler has answered by itself: a file, a stream. */
export const ANSWERED = Symbol('answered');

/** Every route of the contract has a handler: one that is forgotten does not compile. */
export type RouteHandlers = {
  readonly [Name in RouteName]: (asked: Asked<Name>) => Promise<ResponseOf<Routes[Name]> | typeof ANSWERED>;
};

/** The handlers of some routes, for one area's file. */
export type SomeHandlers<Name extends RouteName> = Pick<RouteHandlers, Name>;
