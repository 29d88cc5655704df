import type { ActionDefinition } from '../action-definition.ts';
import { certificateHashData } from '../certificate-hash-data.ts';
import { fields, oneOf } from '../fields.ts';

/** Security paper M04: named by exactly the hashes that the station has told. */
export const deleteCertificate = {
  sender: 'central-system',
  request: fields({ certificateHashData }),
  response: fields({ status: oneOf('Accepted', 'Failed', 'NotFound') }),
} as const satisfies ActionDefinition;
