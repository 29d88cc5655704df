import type { ActionDefinition } from '../action-definition.ts';
import { fields, oneOf } from '../fields.ts';

/** OCPP 1.6 §5.14. */
export const reset = {
  sender: 'central-system',
  request: fields({ type: oneOf('Hard', 'Soft') }),
  response: fields({ status: oneOf('Accepted', 'Rejected') }),
} as const satisfies ActionDefinition;
