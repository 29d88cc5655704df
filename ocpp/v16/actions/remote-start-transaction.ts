import type { ActionDefinition } from '../action-definition.ts';
import { chargingProfile } from '../charging-profile.ts';
import { fields, idTag, integer, oneOf, optional } from '../fields.ts';

/** OCPP 1.6 §5.11. A profile sent along is a TxProfile without transactionId (errata 3.41). */
export const remoteStartTransaction = {
  sender: 'central-system',
  request: fields({
    connectorId: optional(integer),
    idTag,
    chargingProfile: optional(chargingProfile),
  }),
  response: fields({ status: oneOf('Accepted', 'Rejected') }),
} as const satisfies ActionDefinition;
