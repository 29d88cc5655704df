import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { nullable } from './schema.ts';
import { StationParams } from './stations.ts';

/** A message that can be sent by hand. */
export const SendableMessage = Type.Object({
  action: Type.String(),
  /** Interrupts, locks out, changes or hands out something, and is only sent when it is confirmed. */
  dangerous: Type.Boolean(),
  /** JSON schema of what goes into it. */
  schema: Type.Unsafe<Readonly<Record<string, unknown>>>({
    type: 'object',
    additionalProperties: true,
  }),
});
export type SendableMessage = Static<typeof SendableMessage>;

/** How a message sent by hand ended. */
export const SentMessage = Type.Object({
  outcome: Type.Enum(['answered', 'error', 'invalid-answer', 'no-answer', 'not-connected'] as const),
  latencyMs: Type.Integer(),
  /** What the station answered; null without an answer. */
  response: nullable(
    Type.Unsafe<Readonly<Record<string, unknown>>>({
      type: 'object',
      additionalProperties: true,
    }),
  ),
  /** Code and description of a CALLERROR, or what is wrong with the answer. */
  problem: nullable(Type.String()),
});
export type SentMessage = Static<typeof SentMessage>;

export const listSendableMessages = route({
  method: 'GET',
  path: '/sendable-messages',
  area: 'stations',
  access: needs('stations.manage', 'somewhere'),
  summary: 'Every message that can be sent to a station by hand, with its schema',
  response: Type.Object({ items: Type.Array(SendableMessage) }),
});

export const sendMessage = route({
  method: 'POST',
  path: '/stations/{stationId}/messages',
  area: 'stations',
  access: needs('stations.manage', 'station'),
  summary: 'Send a message to a station as it is, and wait for its answer',
  params: StationParams,
  body: Type.Object({
    action: Type.String({ maxLength: 50 }),
    payload: Type.Unsafe<Readonly<Record<string, unknown>>>({
      type: 'object',
      additionalProperties: true,
    }),
    /** Dangerous messages are sent only with this. */
    confirmed: Type.Optional(Type.Boolean()),
  }),
  response: SentMessage,
});
