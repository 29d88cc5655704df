/** Whether the security paper for OCPP 1.6 calls events of this type critical (its list of security events). */
export function isCriticalSecurityEvent(type: string): boolean {
  return critical.has(type);
}

const critical: ReadonlySet<string> = new Set([
  'FirmwareUpdated',
  'SettingSystemTime',
  'StartupOfTheDevice',
  'ResetOrReboot',
  'SecurityLogWasCleared',
  'MemoryExhaustion',
  'TamperDetectionActivated',
]);
