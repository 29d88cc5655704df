import type { ActionDefinition } from '../action-definition.ts';
import { certificateHashData, certificateUse } from '../certificate-hash-data.ts';
import { fields, filledList, oneOf, optional } from '../fields.ts';

/** Security paper M03. */
export const getInstalledCertificateIds = {
  sender: 'central-system',
  request: fields({ certificateType: certificateUse }),
  response: fields({
    status: oneOf('Accepted', 'NotFound'),
    certificateHashData: optional(filledList(certificateHashData)),
  }),
} as const satisfies ActionDefinition;
