import type { ActionDefinition } from '../action-definition.ts';
import { fields, integer, oneOf, optional } from '../fields.ts';

/** OCPP 1.6 §5.5. Without any field all profiles are cleared. */
export const clearChargingProfile = {
  sender: 'central-system',
  request: fields({
    id: optional(integer),
    connectorId: optional(integer),
    chargingProfilePurpose: optional(oneOf('ChargePointMaxProfile', 'TxDefaultProfile', 'TxProfile')),
    stackLevel: optional(integer),
  }),
  response: fields({ status: oneOf('Accepted', 'Unknown') }),
} as const satisfies ActionDefinition;
