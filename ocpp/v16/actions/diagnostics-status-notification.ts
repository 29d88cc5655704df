import type { ActionDefinition } from '../action-definition.ts';
import { fields, noFields, usuallyOneOf } from '../fields.ts';

/** OCPP 1.6 §4.4. */
export const diagnosticsStatusNotification = {
  sender: 'station',
  request: fields({ status: usuallyOneOf('Idle', 'Uploaded', 'UploadFailed', 'Uploading') }),
  response: noFields,
} as const satisfies ActionDefinition;
