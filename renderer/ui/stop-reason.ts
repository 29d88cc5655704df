import type { Translate } from '../text/use-text.ts';

/** Reason of a StopTransaction, OCPP 1.6 §7.36. */
const REASONS = [
  'DeAuthorized',
  'EmergencyStop',
  'EVDisconnected',
  'HardReset',
  'Local',
  'Other',
  'PowerLoss',
  'Reboot',
  'Remote',
  'SoftReset',
  'UnlockCommand',
] as const;

/** How a session ended, in words; a station's own word stays as it is. */
export function stopReasonWords(reason: string, t: Translate): string {
  const known = REASONS.find((word) => word === reason);
  return known === undefined ? reason : t(`sessions.reason.${known}`);
}
