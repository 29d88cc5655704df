import type { ActionDefinition } from '../action-definition.ts';
import { fields, integer, list, noFields, optional } from '../fields.ts';
import { meterValue } from '../meter-value.ts';

/** OCPP 1.6 §4.7. */
export const meterValues = {
  sender: 'station',
  request: fields({
    connectorId: integer,
    transactionId: optional(integer),
    meterValue: list(meterValue),
  }),
  response: noFields,
} as const satisfies ActionDefinition;
