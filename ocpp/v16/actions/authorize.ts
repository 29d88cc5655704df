import type { ActionDefinition } from '../action-definition.ts';
import { fields, idTag } from '../fields.ts';
import { idTagInfo } from '../id-tag-info.ts';

/** OCPP 1.6 §4.1. */
export const authorize = {
  sender: 'station',
  request: fields({ idTag }),
  response: fields({ idTagInfo }),
} as const satisfies ActionDefinition;
