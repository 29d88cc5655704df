import { Type } from 'typebox';
import type { ActionDefinition } from '../action-definition.ts';
import { fields, list, optional, text } from '../fields.ts';

/** OCPP 1.6 §5.8. */
export const getConfiguration = {
  sender: 'central-system',
  request: fields({ key: optional(list(text(50))) }),
  response: fields({
    configurationKey: optional(
      list(
        fields({
          key: text(50, { keepUpTo: 255 }),
          readonly: Type.Boolean(),
          value: optional(text(500, { keepUpTo: 4096 })),
        }),
      ),
    ),
    unknownKey: optional(list(text(50, { keepUpTo: 255 }))),
  }),
} as const satisfies ActionDefinition;
