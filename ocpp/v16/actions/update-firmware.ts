import type { ActionDefinition } from '../action-definition.ts';
import { address, fields, integer, noFields, optional, timestamp } from '../fields.ts';

/** OCPP 1.6 §5.19. `retries` is an integer; the printed schema says otherwise (OCPP-J errata 2.2). */
export const updateFirmware = {
  sender: 'central-system',
  request: fields({
    location: address,
    retries: optional(integer),
    retrieveDate: timestamp,
    retryInterval: optional(integer),
  }),
  response: noFields,
} as const satisfies ActionDefinition;
