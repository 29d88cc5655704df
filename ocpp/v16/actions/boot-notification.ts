import type { ActionDefinition } from '../action-definition.ts';
import { fields, integer, oneOf, optional, text, timestamp } from '../fields.ts';

/** OCPP 1.6 §4.2. Serial numbers over 25 characters are sent by Schneider EVlink, among others. */
export const bootNotification = {
  sender: 'station',
  request: fields({
    chargePointVendor: text(20, { keepUpTo: 255, emptyWhenMissing: true }),
    chargePointModel: text(20, { keepUpTo: 255, emptyWhenMissing: true }),
    chargePointSerialNumber: optional(text(25, { keepUpTo: 255 })),
    chargeBoxSerialNumber: optional(text(25, { keepUpTo: 255 })),
    firmwareVersion: optional(text(50, { keepUpTo: 255 })),
    iccid: optional(text(20, { keepUpTo: 255 })),
    imsi: optional(text(20, { keepUpTo: 255 })),
    meterType: optional(text(25, { keepUpTo: 255 })),
    meterSerialNumber: optional(text(25, { keepUpTo: 255 })),
  }),
  response: fields({
    status: oneOf('Accepted', 'Pending', 'Rejected'),
    currentTime: timestamp,
    interval: integer,
  }),
} as const satisfies ActionDefinition;
