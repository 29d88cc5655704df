import type { ActionDefinition } from '../action-definition.ts';
import { fields, oneOf, text } from '../fields.ts';

/** Security paper A02, A03. PEM, the station's certificate first. */
export const certificateSigned = {
  sender: 'central-system',
  request: fields({ certificateChain: text(10_000) }),
  response: fields({ status: oneOf('Accepted', 'Rejected') }),
} as const satisfies ActionDefinition;
