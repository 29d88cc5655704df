import type { ActionDefinition } from '../action-definition.ts';
import { address, fields, integer, optional, text, timestamp } from '../fields.ts';

/** OCPP 1.6 §5.9. An answer without a file name means that the station has nothing to upload. */
export const getDiagnostics = {
  sender: 'central-system',
  request: fields({
    location: address,
    retries: optional(integer),
    retryInterval: optional(integer),
    startTime: optional(timestamp),
    stopTime: optional(timestamp),
  }),
  response: fields({ fileName: optional(text(255, { keepUpTo: 1024 })) }),
} as const satisfies ActionDefinition;
