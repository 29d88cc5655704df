import type { Static } from 'typebox';
import { authorize } from './actions/authorize.ts';
import { bootNotification } from './actions/boot-notification.ts';
import { changeAvailability } from './actions/change-availability.ts';
import { changeConfiguration } from './actions/change-configuration.ts';
import { clearCache } from './actions/clear-cache.ts';
import { dataTransfer } from './actions/data-transfer.ts';
import { getConfiguration } from './actions/get-configuration.ts';
import { heartbeat } from './actions/heartbeat.ts';
import { meterValues } from './actions/meter-values.ts';
import { remoteStartTransaction } from './actions/remote-start-transaction.ts';
import { remoteStopTransaction } from './actions/remote-stop-transaction.ts';
import { reset } from './actions/reset.ts';
import { startTransaction } from './actions/start-transaction.ts';
import { statusNotification } from './actions/status-notification.ts';
import { stopTransaction } from './actions/stop-transaction.ts';
import { triggerMessage } from './actions/trigger-message.ts';
import { unlockConnector } from './actions/unlock-connector.ts';

/** Every action we speak. A new one is a file in `actions/` and a line here. */
export const actions = {
  Authorize: authorize,
  BootNotification: bootNotification,
  ChangeAvailability: changeAvailability,
  ChangeConfiguration: changeConfiguration,
  ClearCache: clearCache,
  DataTransfer: dataTransfer,
  GetConfiguration: getConfiguration,
  Heartbeat: heartbeat,
  MeterValues: meterValues,
  RemoteStartTransaction: remoteStartTransaction,
  RemoteStopTransaction: remoteStopTransaction,
  Reset: reset,
  StartTransaction: startTransaction,
  StatusNotification: statusNotification,
  StopTransaction: stopTransaction,
  TriggerMessage: triggerMessage,
  UnlockConnector: unlockConnector,
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

/** Whether the name is one of OCPP 1.6 or its security paper, from whichever side, supported or not. */
export function isKnownAction(name: string): boolean {
  return Object.hasOwn(actions, name) || otherActions.has(name);
}

/** Actions of the profiles that we do not speak. */
const otherActions: ReadonlySet<string> = new Set([
  'CancelReservation',
  'CertificateSigned',
  'ClearChargingProfile',
  'DeleteCertificate',
  'DiagnosticsStatusNotification',
  'ExtendedTriggerMessage',
  'FirmwareStatusNotification',
  'GetCompositeSchedule',
  'GetDiagnostics',
  'GetInstalledCertificateIds',
  'GetLocalListVersion',
  'GetLog',
  'InstallCertificate',
  'LogStatusNotification',
  'ReserveNow',
  'SecurityEventNotification',
  'SendLocalList',
  'SetChargingProfile',
  'SignCertificate',
  'SignedFirmwareStatusNotification',
  'SignedUpdateFirmware',
  'UpdateFirmware',
]);

type SentBy<S> = {
  [A in Action]: Actions[A]['sender'] extends S | 'either' ? A : never;
}[Action];
