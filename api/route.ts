import type { Static, TObject, TSchema } from 'typebox';
import type { Module } from './modules.ts';
import type { Permission } from './permissions.ts';

/**
 * Who may call a route. A route without this does not compile.
 * `before-setup` routes work only until the site has an owner; `signed-in` ones are for every person and client, and
 * their handlers show to each what is theirs. `newcomer` ones are open even to a person whose password somebody else has
 * chosen.
 */
export type RouteAccess = 'public' | 'before-setup' | 'newcomer' | 'signed-in' | Needs;

/** A permission, and where it is needed. */
export interface Needs {
  readonly permission: Permission;
  readonly at: Place;
}

/**
 * Where a permission is needed: at the root of the tenant tree; at some node, whose things alone are then shown or
 * changed; or at the node of the thing that the path names. Whoever may not even read that thing is told that there
 * is none.
 */
export type Place = 'root' | 'somewhere' | ThingKind;

/** A kind of thing that a path can name, by the parameter that names it. */
export const THINGS = {
  station: 'stationId',
  'acceptance-run': 'runId',
  command: 'commandId',
  upload: 'uploadId',
  document: 'documentId',
  session: 'sessionId',
  stray: 'strayId',
  card: 'cardId',
  tenant: 'tenantId',
  person: 'personId',
  role: 'roleId',
  driver: 'driverId',
  vehicle: 'vehicleId',
  group: 'groupId',
  rule: 'ruleId',
  tariff: 'tariffId',
  'tariff-rule': 'tariffRuleId',
  assignment: 'assignmentId',
  certificate: 'serial',
  'log-entry': 'entryId',
  client: 'clientId',
  issuer: 'issuerId',
  webhook: 'webhookId',
  delivery: 'deliveryId',
} as const;
export type ThingKind = keyof typeof THINGS;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path below `/api/v1`, with `{name}` for its parameters. */
  readonly path: string;
  readonly summary: string;
  readonly area: Area;
  readonly access: RouteAccess;
  /** The part of the program that it belongs to, where that can be switched off. */
  readonly module?: Module;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly body?: TSchema;
  /** A file that is sent as it is instead of a JSON body. */
  readonly takes?: { readonly types: readonly string[]; readonly mostBytes: number };
  readonly response: TSchema;
  /** Takes a form (`application/x-www-form-urlencoded`) instead of JSON: OAuth wants it so. */
  readonly form?: true;
  /** 200 unless said. */
  readonly status?: 200 | 201 | 202;
  /** Media types besides JSON that the route can answer with. */
  readonly alsoProduces?: readonly string[];
}

export type Area =
  | 'site'
  | 'account'
  | 'stations'
  | 'access'
  | 'tariffs'
  | 'sessions'
  | 'logbook'
  | 'events'
  | 'erp'
  | 'people'
  | 'imports';

type Part<R extends Route, Key extends 'params' | 'query' | 'body'> = R[Key] extends TSchema
  ? Static<R[Key]>
  : undefined;

export type ParamsOf<R extends Route> = Part<R, 'params'>;
export type QueryOf<R extends Route> = Part<R, 'query'>;
export type BodyOf<R extends Route> = Part<R, 'body'>;
export type ResponseOf<R extends Route> = Static<R['response']>;

/** Says that a route needs a permission at a place. */
export function needs<const P extends Permission, const At extends Place>(permission: P, at: At) {
  return { permission, at };
}

/** Keeps the literal types of a route while checking its shape. */
export function route<const R extends Route>(definition: R): R {
  return definition;
}
