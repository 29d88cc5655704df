import type { ActionDefinition } from '../action-definition.ts';
import { fields, oneOf, text } from '../fields.ts';

/** OCPP 1.6 §5.3. */
export const changeConfiguration = {
  sender: 'central-system',
  request: fields({ key: text(50), value: text(500) }),
  response: fields({ status: oneOf('Accepted', 'Rejected', 'RebootRequired', 'NotSupported') }),
} as const satisfies ActionDefinition;
