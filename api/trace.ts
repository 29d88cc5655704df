import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { Id, nullable, Time, words } from './schema.ts';

/**
 * `open`: a question of ours without an answer so far. `unasked`: an answer that nobody had asked for, or that came
 * too late. `closed`: the station's message could not be stored, so the line was closed instead of answering.
 */
export const TRACE_OUTCOMES = ['answered', 'error', 'open', 'unreadable', 'unasked', 'closed'] as const;

/** A message and its answer on one line. */
export const TraceLine = Type.Object({
  /** A line that comes again with the same key has learnt something: its answer. */
  key: Type.String(),
  at: Time,
  stationId: Type.String(),
  /** `in` was asked by the station, `out` by this program. */
  direction: Type.Enum(['in', 'out'] as const),
  action: nullable(Type.String()),
  outcome: words(TRACE_OUTCOMES),
  /** From question to answer; null without an answer, and for questions of stations in the past. */
  latencyMs: nullable(Type.Integer()),
  /** The frame as it crossed the wire, secrets masked. Empty when only its answer is known. */
  request: Type.String(),
  answer: nullable(Type.String()),
});
export type TraceLine = Static<typeof TraceLine>;

export const listTrace = route({
  method: 'GET',
  path: '/trace',
  area: 'stations',
  access: needs('stations.manage', 'somewhere'),
  summary: 'Messages of stations with their answers, newest first, from the journal',
  query: Type.Object({
    stationId: Type.Optional(Type.String({ maxLength: 255 })),
    cursor: Type.Optional(Type.String({ maxLength: 8_000 })),
    /** How many frames of the journal are read for one page. */
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_000 })),
  }),
  response: Type.Object({ items: Type.Array(TraceLine), next: nullable(Type.String()) }),
});

export const followTrace = route({
  method: 'GET',
  path: '/trace/live',
  area: 'events',
  access: needs('stations.manage', 'somewhere'),
  summary: 'Messages of stations as they pass, as server-sent events; each event is a list of lines',
  query: Type.Object({ stationId: Type.Optional(Type.String({ maxLength: 255 })) }),
  response: Type.Array(TraceLine),
  alsoProduces: ['text/event-stream'],
});

/** What is asked for is left out where nobody wants to know it: cards are shortened, secrets and names taken away. */
export const exportTrace = route({
  method: 'GET',
  path: '/trace/export',
  area: 'stations',
  access: needs('stations.manage', 'somewhere'),
  summary: 'Messages as a redacted file for the support of a maker',
  query: Type.Object({
    stationId: Type.Optional(Type.String({ maxLength: 255 })),
    from: Type.Optional(Time),
    to: Type.Optional(Time),
    /** At most so many frames of the journal, the newest. */
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000 })),
  }),
  response: Type.Object({
    product: Type.String(),
    version: Type.String(),
    exportedAt: Time,
    /** What was done to the messages, in words. */
    redacted: Type.Array(Type.String()),
    stations: Type.Array(
      Type.Object({
        id: Type.String(),
        vendor: nullable(Type.String()),
        model: nullable(Type.String()),
        firmware: nullable(Type.String()),
      }),
    ),
    lines: Type.Array(
      Type.Object({
        at: Time,
        stationId: Type.String(),
        direction: Type.Enum(['in', 'out'] as const),
        action: nullable(Type.String()),
        outcome: words(TRACE_OUTCOMES),
        latencyMs: nullable(Id),
        request: Type.Unknown(),
        answer: Type.Unknown(),
      }),
    ),
  }),
});
