import type { OutgoingAction } from '#ocpp/v16/actions.ts';

/**
 * What interrupts somebody, may lock a station out for good, or changes behind this program's back what it believes
 * the station to have.
 */
const DANGEROUS = [
  'CertificateSigned',
  'ChangeAvailability',
  'ChangeConfiguration',
  'ClearCache',
  'ClearChargingProfile',
  'DeleteCertificate',
  'InstallCertificate',
  'RemoteStartTransaction',
  'RemoteStopTransaction',
  'Reset',
  'SendLocalList',
  'SetChargingProfile',
  'SignedUpdateFirmware',
  'UnlockConnector',
  'UpdateFirmware',
] as const satisfies readonly OutgoingAction[];

export function isDangerous(action: OutgoingAction): boolean {
  return (DANGEROUS as readonly string[]).includes(action);
}

/**
 * Keys that decide how a station gets in at all. Changed by hand, this program would not know of it, and the station
 * would be lost: they have a place of their own.
 */
const KEYS_OF_THE_DOOR: ReadonlySet<string> = new Set(['authorizationkey', 'securityprofile']);

export function locksOut(action: OutgoingAction, payload: Readonly<Record<string, unknown>>): boolean {
  return action === 'ChangeConfiguration' && KEYS_OF_THE_DOOR.has(String(payload.key).toLowerCase());
}
