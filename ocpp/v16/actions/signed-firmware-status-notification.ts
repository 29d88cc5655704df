import type { ActionDefinition } from '../action-definition.ts';
import { fields, integer, noFields, optional, usuallyOneOf } from '../fields.ts';

/** Security paper L01. Without `requestId` when the message was triggered and no update is under way. */
export const signedFirmwareStatusNotification = {
  sender: 'station',
  request: fields({
    status: usuallyOneOf(
      'Downloaded',
      'DownloadFailed',
      'Downloading',
      'DownloadScheduled',
      'DownloadPaused',
      'Idle',
      'InstallationFailed',
      'Installing',
      'Installed',
      'InstallRebooting',
      'InstallScheduled',
      'InstallVerificationFailed',
      'InvalidSignature',
      'SignatureVerified',
    ),
    requestId: optional(integer),
  }),
  response: noFields,
} as const satisfies ActionDefinition;
