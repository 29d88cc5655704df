import type { ActionDefinition } from '../action-definition.ts';
import { certificateUse } from '../certificate-hash-data.ts';
import { fields, oneOf, text } from '../fields.ts';

/** Security paper M05. PEM. */
export const installCertificate = {
  sender: 'central-system',
  request: fields({ certificateType: certificateUse, certificate: text(5500) }),
  response: fields({ status: oneOf('Accepted', 'Failed', 'Rejected') }),
} as const satisfies ActionDefinition;
