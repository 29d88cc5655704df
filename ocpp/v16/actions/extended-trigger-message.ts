import type { ActionDefinition } from '../action-definition.ts';
import { fields, integer, oneOf, optional } from '../fields.ts';

/** Security paper §5: like TriggerMessage, with the messages of the paper. */
export const extendedTriggerMessage = {
  sender: 'central-system',
  request: fields({
    requestedMessage: oneOf(
      'BootNotification',
      'LogStatusNotification',
      'FirmwareStatusNotification',
      'Heartbeat',
      'MeterValues',
      'SignChargePointCertificate',
      'StatusNotification',
    ),
    connectorId: optional(integer),
  }),
  response: fields({ status: oneOf('Accepted', 'Rejected', 'NotImplemented') }),
} as const satisfies ActionDefinition;
