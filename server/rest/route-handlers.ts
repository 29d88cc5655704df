import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '#api/route.ts';
import type { RouteName, Routes } from '#api/routes.ts';
import type { Person } from '#core/settings/person.ts';

/** A request as a handler sees it: checked against its schema, from somebody known. */
export interface Asked<Name extends RouteName> {
  readonly params: ParamsOf<Routes[Name]>;
  readonly query: QueryOf<Routes[Name]>;
  readonly body: BodyOf<Routes[Name]>;
  readonly caller: Caller<Routes[Name]['access']>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Routes of the owner always have one; the others may have one. */
type Caller<Access> = Access extends 'owner' ? SignedInCaller : SignedInCaller | null;

export interface SignedInCaller {
  readonly person: Person;
  readonly token: string;
}

/** A handler has answered by itself: a file, a stream. */
export const ANSWERED = Symbol('answered');

/** Every route of the contract has a handler: one that is forgotten does not compile. */
export type RouteHandlers = {
  readonly [Name in RouteName]: (asked: Asked<Name>) => Promise<ResponseOf<Routes[Name]> | typeof ANSWERED>;
};

/** The handlers of some routes, for one area's file. */
export type SomeHandlers<Name extends RouteName> = Pick<RouteHandlers, Name>;
