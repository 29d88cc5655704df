import type { Static, TObject, TSchema } from 'typebox';

/**
 * Who may call a route. A route without this does not compile.
 * `before-setup` routes work only until the site has an owner.
 */
export type RouteAccess = 'public' | 'before-setup' | 'owner';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path below `/api/v1`, with `{name}` for its parameters. */
  readonly path: string;
  readonly summary: string;
  readonly area: Area;
  readonly access: RouteAccess;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly body?: TSchema;
  readonly response: TSchema;
  /** 200 unless said. */
  readonly status?: 200 | 201 | 202;
  /** Media types besides JSON that the route can answer with. */
  readonly alsoProduces?: readonly string[];
}

export type Area = 'site' | 'stations' | 'access' | 'sessions' | 'logbook' | 'events';

type Part<R extends Route, Key extends 'params' | 'query' | 'body'> = R[Key] extends TSchema
  ? Static<R[Key]>
  : undefined;

export type ParamsOf<R extends Route> = Part<R, 'params'>;
export type QueryOf<R extends Route> = Part<R, 'query'>;
export type BodyOf<R extends Route> = Part<R, 'body'>;
export type ResponseOf<R extends Route> = Static<R['response']>;

/** Keeps the literal types of a route while checking its shape. */
export function route<const R extends Route>(definition: R): R {
  return definition;
}
