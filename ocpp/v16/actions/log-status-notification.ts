import type { ActionDefinition } from '../action-definition.ts';
import { fields, integer, noFields, optional, usuallyOneOf } from '../fields.ts';

/** Security paper N01. Without `requestId` when the message was triggered and nothing is being uploaded. */
export const logStatusNotification = {
  sender: 'station',
  request: fields({
    status: usuallyOneOf(
      'BadMessage',
      'Idle',
      'NotSupportedOperation',
      'PermissionDenied',
      'Uploaded',
      'UploadFailure',
      'Uploading',
    ),
    requestId: optional(integer),
  }),
  response: noFields,
} as const satisfies ActionDefinition;
