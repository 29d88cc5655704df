import type { ActionDefinition } from '../action-definition.ts';
import { fields, integer, oneOf } from '../fields.ts';

/** OCPP 1.6 §5.18. A station answers NotSupported for a connector it does not have (errata 3.87). */
export const unlockConnector = {
  sender: 'central-system',
  request: fields({ connectorId: integer }),
  response: fields({ status: oneOf('Unlocked', 'UnlockFailed', 'NotSupported') }),
} as const satisfies ActionDefinition;
