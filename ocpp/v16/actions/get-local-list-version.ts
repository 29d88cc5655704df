import type { ActionDefinition } from '../action-definition.ts';
import { fields, integer, noFields } from '../fields.ts';

/** OCPP 1.6 §5.10. 0 means an empty list, -1 a station without lists. */
export const getLocalListVersion = {
  sender: 'central-system',
  request: noFields,
  response: fields({ listVersion: integer }),
} as const satisfies ActionDefinition;
