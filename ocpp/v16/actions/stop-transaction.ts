import type { ActionDefinition } from '../action-definition.ts';
import { fields, idTag, integer, list, optional, registerWh, timestamp, usuallyOneOf } from '../fields.ts';
import { idTagInfo } from '../id-tag-info.ts';
import { meterValue } from '../meter-value.ts';

/** OCPP 1.6 §4.10. A missing reason means "Local". */
export const stopTransaction = {
  sender: 'station',
  request: fields({
    transactionId: integer,
    meterStop: registerWh,
    timestamp,
    idTag: optional(idTag),
    reason: optional(
      usuallyOneOf(
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
      ),
    ),
    transactionData: optional(list(meterValue)),
  }),
  response: fields({ idTagInfo: optional(idTagInfo) }),
} as const satisfies ActionDefinition;
