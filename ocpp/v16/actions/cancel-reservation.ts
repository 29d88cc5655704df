import type { ActionDefinition } from '../action-definition.ts';
import { fields, integer, oneOf } from '../fields.ts';

/** OCPP 1.6 §5.1. */
export const cancelReservation = {
  sender: 'central-system',
  request: fields({ reservationId: integer }),
  response: fields({ status: oneOf('Accepted', 'Rejected') }),
} as const satisfies ActionDefinition;
