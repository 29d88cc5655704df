import type { ActionDefinition } from '../action-definition.ts';
import { fields, integer, oneOf, optional, text, timestamp } from '../fields.ts';

/** Security paper L01. `signature` in base64, the signing certificate as PEM. */
export const signedUpdateFirmware = {
  sender: 'central-system',
  request: fields({
    requestId: integer,
    retries: optional(integer),
    retryInterval: optional(integer),
    firmware: fields({
      location: text(512),
      retrieveDateTime: timestamp,
      installDateTime: optional(timestamp),
      signingCertificate: text(5500),
      signature: text(800),
    }),
  }),
  response: fields({
    status: oneOf('Accepted', 'Rejected', 'AcceptedCanceled', 'InvalidCertificate', 'RevokedCertificate'),
  }),
} as const satisfies ActionDefinition;
