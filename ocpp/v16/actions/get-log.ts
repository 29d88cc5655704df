import type { ActionDefinition } from '../action-definition.ts';
import { fields, integer, oneOf, optional, text, timestamp } from '../fields.ts';

/** Security paper N01. `AcceptedCanceled`: an upload under way was given up for this one. */
export const getLog = {
  sender: 'central-system',
  request: fields({
    logType: oneOf('DiagnosticsLog', 'SecurityLog'),
    requestId: integer,
    retries: optional(integer),
    retryInterval: optional(integer),
    log: fields({
      remoteLocation: text(512),
      oldestTimestamp: optional(timestamp),
      latestTimestamp: optional(timestamp),
    }),
  }),
  response: fields({
    status: oneOf('Accepted', 'Rejected', 'AcceptedCanceled'),
    filename: optional(text(255, { keepUpTo: 1024 })),
  }),
} as const satisfies ActionDefinition;
