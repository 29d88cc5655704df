import type { Static } from 'typebox';
import { authorize } from './actions/authorize.ts';
import { bootNotification } from './actions/boot-notification.ts';
import { cancelReservation } from './actions/cancel-reservation.ts';
import { certificateSigned } from './actions/certificate-signed.ts';
import { changeAvailability } from './actions/change-availability.ts';
import { changeConfiguration } from './actions/change-configuration.ts';
import { clearCache } from './actions/clear-cache.ts';
import { clearChargingProfile } from './actions/clear-charging-profile.ts';
import { dataTransfer } from './actions/data-transfer.ts';
import { deleteCertificate } from './actions/delete-certificate.ts';
import { diagnosticsStatusNotification } from './actions/diagnostics-status-notification.ts';
import { extendedTriggerMessage } from './actions/extended-trigger-message.ts';
import { firmwareStatusNotification } from './actions/firmware-status-notification.ts';
import { getCompositeSchedule } from './actions/get-composite-schedule.ts';
import { getConfiguration } from './actions/get-configuration.ts';
import { getDiagnostics } from './actions/get-diagnostics.ts';
import { getInstalledCertificateIds } from './actions/get-installed-certificate-ids.ts';
import { getLocalListVersion } from './actions/get-local-list-version.ts';
import { getLog } from './actions/get-log.ts';
import { heartbeat } from './actions/heartbeat.ts';
import { installCertificate } from './actions/install-certificate.ts';
import { logStatusNotification } from './actions/log-status-notification.ts';
import { meterValues } from './actions/meter-values.ts';
import { remoteStartTransaction } from './actions/remote-start-transaction.ts';
import { remoteStopTransaction } from './actions/remote-stop-transaction.ts';
import { reserveNow } from './actions/reserve-now.ts';
import { reset } from './actions/reset.ts';
import { securityEventNotification } from './actions/security-event-notification.ts';
import { sendLocalList } from './actions/send-local-list.ts';
import { setChargingProfile } from './actions/set-charging-profile.ts';
import { signCertificate } from './actions/sign-certificate.ts';
import { signedFirmwareStatusNotification } from './actions/signed-firmware-status-notification.ts';
import { signedUpdateFirmware } from './actions/signed-update-firmware.ts';
import { startTransaction } from './actions/start-transaction.ts';
import { statusNotification } from './actions/status-notification.ts';
import { stopTransaction } from './actions/stop-transaction.ts';
import { triggerMessage } from './actions/trigger-message.ts';
import { unlockConnector } from './actions/unlock-connector.ts';
import { updateFirmware } from './actions/update-firmware.ts';

/** Every action we speak. A new one is a file in `actions/` and a line here. */
export const actions = {
  Authorize: authorize,
  BootNotification: bootNotification,
  CancelReservation: cancelReservation,
  CertificateSigned: certificateSigned,
  ChangeAvailability: changeAvailability,
  ChangeConfiguration: changeConfiguration,
  ClearCache: clearCache,
  ClearChargingProfile: clearChargingProfile,
  DataTransfer: dataTransfer,
  DeleteCertificate: deleteCertificate,
  DiagnosticsStatusNotification: diagnosticsStatusNotification,
  ExtendedTriggerMessage: extendedTriggerMessage,
  FirmwareStatusNotification: firmwareStatusNotification,
  GetCompositeSchedule: getCompositeSchedule,
  GetConfiguration: getConfiguration,
  GetDiagnostics: getDiagnostics,
  GetInstalledCertificateIds: getInstalledCertificateIds,
  GetLocalListVersion: getLocalListVersion,
  GetLog: getLog,
  Heartbeat: heartbeat,
  InstallCertificate: installCertificate,
  LogStatusNotification: logStatusNotification,
  MeterValues: meterValues,
  RemoteStartTransaction: remoteStartTransaction,
  RemoteStopTransaction: remoteStopTransaction,
  ReserveNow: reserveNow,
  Reset: reset,
  SecurityEventNotification: securityEventNotification,
  SendLocalList: sendLocalList,
  SetChargingProfile: setChargingProfile,
  SignCertificate: signCertificate,
  SignedFirmwareStatusNotification: signedFirmwareStatusNotification,
  SignedUpdateFirmware: signedUpdateFirmware,
  StartTransaction: startTransaction,
  StatusNotification: statusNotification,
  StopTransaction: stopTransaction,
  TriggerMessage: triggerMessage,
  UnlockConnector: unlockConnector,
  UpdateFirmware: updateFirmware,
} as const;

type Actions = typeof actions;

export type Action = keyof Actions;

/** Actions a station may send to us. */
export type IncomingAction = SentBy<'station'>;

/** Actions we may send to a station. */
export type OutgoingAction = SentBy<'central-system'>;

export type Request<A extends Action> = Static<Actions[A]['request']>;
export type Response<A extends Action> = Static<Actions[A]['response']>;

/** Whether a station may send this action and we understand it. Case matters (OCPP-J 1.6 §4.2.1). */
export function isIncomingAction(name: string): name is IncomingAction {
  return Object.hasOwn(actions, name) && actions[name as Action].sender !== 'central-system';
}

/** Whether we may send this action to a station. */
export function isOutgoingAction(name: string): name is OutgoingAction {
  return Object.hasOwn(actions, name) && actions[name as Action].sender !== 'station';
}

/**
 * Messages a station must keep until they are answered, and the boot without which it does nothing. Refusing
 * them with a CALLERROR makes stations throw billing data away (OCPP 1.6 §3.7.1, errata 3.3).
 */
export const neverRefusedActions = [
  'BootNotification',
  'MeterValues',
  'StartTransaction',
  'StopTransaction',
] as const satisfies readonly IncomingAction[];

export type NeverRefusedAction = (typeof neverRefusedActions)[number];

export function isNeverRefused(name: string): name is NeverRefusedAction {
  return (neverRefusedActions as readonly string[]).includes(name);
}

/** Whether the name is one of OCPP 1.6 or its security paper, from whichever side. */
export function isKnownAction(name: string): boolean {
  return Object.hasOwn(actions, name);
}

type SentBy<S> = {
  [A in Action]: Actions[A]['sender'] extends S | 'either' ? A : never;
}[Action];
