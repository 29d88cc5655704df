import type { ActionDefinition } from '../action-definition.ts';
import { chargingProfile } from '../charging-profile.ts';
import { fields, integer, oneOf } from '../fields.ts';

/** OCPP 1.6 §5.16. */
export const setChargingProfile = {
  sender: 'central-system',
  request: fields({ connectorId: integer, csChargingProfiles: chargingProfile }),
  response: fields({ status: oneOf('Accepted', 'Rejected', 'NotSupported') }),
} as const satisfies ActionDefinition;
