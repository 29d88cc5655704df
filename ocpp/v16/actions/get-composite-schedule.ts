import type { ActionDefinition } from '../action-definition.ts';
import { chargingSchedule } from '../charging-profile.ts';
import { fields, integer, oneOf, optional, timestamp } from '../fields.ts';

/** OCPP 1.6 §5.7. `duration` in seconds; connector 0 asks for the whole station. */
export const getCompositeSchedule = {
  sender: 'central-system',
  request: fields({
    connectorId: integer,
    duration: integer,
    chargingRateUnit: optional(oneOf('A', 'W')),
  }),
  response: fields({
    status: oneOf('Accepted', 'Rejected'),
    connectorId: optional(integer),
    scheduleStart: optional(timestamp),
    chargingSchedule: optional(chargingSchedule),
  }),
} as const satisfies ActionDefinition;
