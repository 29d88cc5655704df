import type { ActionDefinition } from '../action-definition.ts';
import { fields, idTag, integer, oneOf, optional, timestamp } from '../fields.ts';

/** OCPP 1.6 §5.13. Connector 0 reserves any one connector of the station. */
export const reserveNow = {
  sender: 'central-system',
  request: fields({
    connectorId: integer,
    expiryDate: timestamp,
    idTag,
    parentIdTag: optional(idTag),
    reservationId: integer,
  }),
  response: fields({ status: oneOf('Accepted', 'Faulted', 'Occupied', 'Rejected', 'Unavailable') }),
} as const satisfies ActionDefinition;
