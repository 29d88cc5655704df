import type { ActionDefinition } from '../action-definition.ts';
import { fields, integer, noFields, oneOf, optional, text, timestamp, usuallyOneOf } from '../fields.ts';

/** OCPP 1.6 §4.9. */
export const statusNotification = {
  sender: 'station',
  request: fields({
    connectorId: integer,
    errorCode: usuallyOneOf(
      'ConnectorLockFailure',
      'EVCommunicationError',
      'GroundFailure',
      'HighTemperature',
      'InternalError',
      'LocalListConflict',
      'NoError',
      'OtherError',
      'OverCurrentFailure',
      'OverVoltage',
      'PowerMeterFailure',
      'PowerSwitchFailure',
      'ReaderFailure',
      'ResetFailure',
      'UnderVoltage',
      'WeakSignal',
    ),
    status: oneOf(
      'Available',
      'Preparing',
      'Charging',
      'SuspendedEVSE',
      'SuspendedEV',
      'Finishing',
      'Reserved',
      'Unavailable',
      'Faulted',
    ),
    info: optional(text(50, { keepUpTo: 255 })),
    timestamp: optional(timestamp),
    vendorId: optional(text(255)),
    vendorErrorCode: optional(text(50, { keepUpTo: 255 })),
  }),
  response: noFields,
} as const satisfies ActionDefinition;
