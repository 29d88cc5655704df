import type { ActionDefinition } from '../action-definition.ts';
import { fields, noFields, optional, text, timestamp } from '../fields.ts';

/** Security paper A04. `type` is open: stations have events of their own. */
export const securityEventNotification = {
  sender: 'station',
  request: fields({
    type: text(50, { keepUpTo: 255 }),
    timestamp,
    techInfo: optional(text(255, { keepUpTo: 4096 })),
  }),
  response: noFields,
} as const satisfies ActionDefinition;
