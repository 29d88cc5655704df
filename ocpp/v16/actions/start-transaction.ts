import type { ActionDefinition } from '../action-definition.ts';
import { fields, idTag, integer, optional, registerWh, timestamp } from '../fields.ts';
import { idTagInfo } from '../id-tag-info.ts';

/** OCPP 1.6 §4.8. The answer carries a transactionId even when the card is refused. */
export const startTransaction = {
  sender: 'station',
  request: fields({
    connectorId: integer,
    idTag,
    meterStart: registerWh,
    reservationId: optional(integer),
    timestamp,
  }),
  response: fields({ idTagInfo, transactionId: integer }),
} as const satisfies ActionDefinition;
