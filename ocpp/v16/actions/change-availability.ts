import type { ActionDefinition } from '../action-definition.ts';
import { fields, integer, oneOf } from '../fields.ts';

/** OCPP 1.6 §5.2. */
export const changeAvailability = {
  sender: 'central-system',
  request: fields({ connectorId: integer, type: oneOf('Inoperative', 'Operative') }),
  response: fields({ status: oneOf('Accepted', 'Rejected', 'Scheduled') }),
} as const satisfies ActionDefinition;
