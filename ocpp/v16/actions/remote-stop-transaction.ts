import type { ActionDefinition } from '../action-definition.ts';
import { fields, integer, oneOf } from '../fields.ts';

/** OCPP 1.6 §5.12. */
export const remoteStopTransaction = {
  sender: 'central-system',
  request: fields({ transactionId: integer }),
  response: fields({ status: oneOf('Accepted', 'Rejected') }),
} as const satisfies ActionDefinition;
