import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { nullable, page, Time } from './schema.ts';

/** A request that a client made, or one whose token was refused. The last 10,000 are kept. */
export const ApiRequest = Type.Object({
  id: Type.Integer(),
  at: Time,
  clientId: nullable(Type.String()),
  clientName: nullable(Type.String()),
  method: Type.String(),
  path: Type.String({ description: 'Without its query' }),
  status: Type.Integer(),
  durationMs: Type.Number(),
  /** The code of the problem it was answered with. */
  code: nullable(Type.String()),
  address: Type.String(),
});
export type ApiRequest = Static<typeof ApiRequest>;

export const listApiRequests = route({
  method: 'GET',
  path: '/api-requests',
  area: 'erp',
  access: needs('erp.manage', 'somewhere'),
  summary: 'What programs asked lately, newest first',
  query: Type.Object({
    clientId: Type.Optional(Type.String({ maxLength: 100 })),
    failed: Type.Optional(Type.Boolean()),
    cursor: Type.Optional(Type.String({ maxLength: 100 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  response: page(ApiRequest),
});
