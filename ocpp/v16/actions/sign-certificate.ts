import type { ActionDefinition } from '../action-definition.ts';
import { fields, oneOf, text } from '../fields.ts';

/** Security paper A02, A03. A request that was cut would be signed by nobody. */
export const signCertificate = {
  sender: 'station',
  request: fields({ csr: text(5500, { keepUpTo: 10_000, neverCut: true }) }),
  response: fields({ status: oneOf('Accepted', 'Rejected') }),
} as const satisfies ActionDefinition;
