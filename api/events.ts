import { type Static, Type } from 'typebox';
import { route } from './route.ts';

/**
 * What the live stream tells, after it has been stored. Events say what changed, not how: the reader asks
 * for the thing again. `reset` means that events were missed and everything may have changed.
 */
export const LiveEvent = Type.Union([
  Type.Object({ kind: Type.Literal('reset') }),
  Type.Object({ kind: Type.Literal('station'), stationId: Type.String() }),
  Type.Object({ kind: Type.Literal('configuration'), stationId: Type.String() }),
  Type.Object({ kind: Type.Literal('session'), sessionId: Type.Integer(), stationId: Type.String() }),
  Type.Object({ kind: Type.Literal('stray') }),
  Type.Object({ kind: Type.Literal('card') }),
  /** A driver, a vehicle, a group, a rule or an assignment. */
  Type.Object({ kind: Type.Literal('access') }),
  /** A tariff, a version, or a rule of who pays what. */
  Type.Object({ kind: Type.Literal('tariff') }),
  Type.Object({ kind: Type.Literal('held-card') }),
  Type.Object({ kind: Type.Literal('command'), commandId: Type.Integer(), stationId: Type.String() }),
  Type.Object({ kind: Type.Literal('acceptance'), stationId: Type.String() }),
  Type.Object({ kind: Type.Literal('knock') }),
  Type.Object({ kind: Type.Literal('door') }),
  Type.Object({ kind: Type.Literal('log') }),
  Type.Object({ kind: Type.Literal('client') }),
  Type.Object({ kind: Type.Literal('webhook') }),
  Type.Object({ kind: Type.Literal('site') }),
  /** Where somebody is signed in. */
  Type.Object({ kind: Type.Literal('sign-in') }),
]);
export type LiveEvent = Static<typeof LiveEvent>;

export const liveEvents = route({
  method: 'GET',
  path: '/events',
  area: 'events',
  access: 'signed-in',
  summary: 'Live events as server-sent events; resumes after `Last-Event-ID`',
  response: LiveEvent,
  alsoProduces: ['text/event-stream'],
});
