import type { ActionDefinition } from '../action-definition.ts';
import { fields, noFields, oneOf } from '../fields.ts';

/** OCPP 1.6 §5.4. */
export const clearCache = {
  sender: 'central-system',
  request: noFields,
  response: fields({ status: oneOf('Accepted', 'Rejected') }),
} as const satisfies ActionDefinition;
