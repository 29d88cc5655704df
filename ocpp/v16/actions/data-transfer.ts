import { Type } from 'typebox';
import type { ActionDefinition } from '../action-definition.ts';
import { fields, oneOf, optional, text } from '../fields.ts';

/** OCPP 1.6 §4.3 and §5.6: the only action both sides may send. */
export const dataTransfer = {
  sender: 'either',
  request: fields({
    vendorId: text(255),
    messageId: optional(text(50)),
    data: optional(Type.String()),
  }),
  response: fields({
    status: oneOf('Accepted', 'Rejected', 'UnknownMessageId', 'UnknownVendorId'),
    data: optional(Type.String()),
  }),
} as const satisfies ActionDefinition;
