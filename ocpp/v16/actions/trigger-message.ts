import type { ActionDefinition } from '../action-definition.ts';
import { fields, integer, oneOf, optional } from '../fields.ts';

/** OCPP 1.6 §5.17. Not Core, but the one way to probe a station that never answers pings. */
export const triggerMessage = {
  sender: 'central-system',
  request: fields({
    requestedMessage: oneOf(
      'BootNotification',
      'DiagnosticsStatusNotification',
      'FirmwareStatusNotification',
      'Heartbeat',
      'MeterValues',
      'StatusNotification',
    ),
    connectorId: optional(integer),
  }),
  response: fields({ status: oneOf('Accepted', 'Rejected', 'NotImplemented') }),
} as const satisfies ActionDefinition;
