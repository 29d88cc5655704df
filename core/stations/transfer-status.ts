/** What a status of a firmware update or an upload means for whoever waits for its end. */
export type TransferStep = 'under-way' | 'done' | 'failed' | 'idle';

/**
 * A status of FirmwareStatusNotification or SignedFirmwareStatusNotification. Words we do not know say that
 * something goes on, and nothing more.
 */
export function firmwareStep(status: string): TransferStep {
  if (status === 'Installed') return 'done';
  if (status === 'Idle') return 'idle';
  return failedFirmware.has(status) ? 'failed' : 'under-way';
}

/** A status of DiagnosticsStatusNotification or LogStatusNotification. */
export function uploadStep(status: string): TransferStep {
  if (status === 'Uploaded') return 'done';
  if (status === 'Idle') return 'idle';
  return failedUpload.has(status) ? 'failed' : 'under-way';
}

const failedFirmware: ReadonlySet<string> = new Set([
  'DownloadFailed',
  'InstallationFailed',
  'InstallVerificationFailed',
  'InvalidSignature',
]);

const failedUpload: ReadonlySet<string> = new Set([
  'BadMessage',
  'NotSupportedOperation',
  'PermissionDenied',
  'UploadFailed',
  'UploadFailure',
]);
