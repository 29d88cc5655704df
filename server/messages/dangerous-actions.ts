import type { OutgoingAction } from '#ocpp/v16/actions.ts';
import { isSetElsewhere } from '../stations/set-elsewhere.ts';

/**
 * What interrupts somebody, may lock a station out for good, changes behind this program's back what it believes
 * the station to have, or lets the station hand its files to any address.
 */
const DANGEROUS = [
  'CancelReservation',
  'CertificateSigned',
  'ChangeAvailability',
  'ChangeConfiguration',
  'ClearCache',
  'ClearChargingProfile',
  'DeleteCertificate',
  'GetDiagnostics',
  'GetLog',
  'InstallCertificate',
  'RemoteStartTransaction',
  'RemoteStopTransaction',
  'ReserveNow',
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

/** What sets a key with a way of its own: changed by hand, this program would not know of it and the station would be lost. */
export function locksOut(action: OutgoingAction, payload: Readonly<Record<string, unknown>>): boolean {
  return action === 'ChangeConfiguration' && isSetElsewhere(String(payload.key));
}
