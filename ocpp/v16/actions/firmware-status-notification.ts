import type { ActionDefinition } from '../action-definition.ts';
import { fields, noFields, usuallyOneOf } from '../fields.ts';

/** OCPP 1.6 §4.5. */
export const firmwareStatusNotification = {
  sender: 'station',
  request: fields({
    status: usuallyOneOf(
      'Downloaded',
      'DownloadFailed',
      'Downloading',
      'Idle',
      'InstallationFailed',
      'Installing',
      'Installed',
    ),
  }),
  response: noFields,
} as const satisfies ActionDefinition;
