import type { ActionDefinition } from '../action-definition.ts';
import { fields, noFields, timestamp } from '../fields.ts';

/** OCPP 1.6 §4.6. */
export const heartbeat = {
  sender: 'station',
  request: noFields,
  response: fields({ currentTime: timestamp }),
} as const satisfies ActionDefinition;
