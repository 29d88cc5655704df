import { Type } from 'typebox';
import { fields, integer, list, oneOf, optional, timestamp } from './fields.ts';

const tenths = Type.Number({ multipleOf: 0.1 });

/** OCPP 1.6 §7.13 and §7.14. `duration` and `startPeriod` in seconds. */
export const chargingSchedule = fields({
  duration: optional(integer),
  startSchedule: optional(timestamp),
  chargingRateUnit: oneOf('A', 'W'),
  chargingSchedulePeriod: list(
    fields({ startPeriod: integer, limit: tenths, numberPhases: optional(integer) }),
  ),
  minChargingRate: optional(tenths),
});

/** OCPP 1.6 §7.8. */
export const chargingProfile = fields({
  chargingProfileId: integer,
  transactionId: optional(integer),
  stackLevel: integer,
  chargingProfilePurpose: oneOf('ChargePointMaxProfile', 'TxDefaultProfile', 'TxProfile'),
  chargingProfileKind: oneOf('Absolute', 'Recurring', 'Relative'),
  recurrencyKind: optional(oneOf('Daily', 'Weekly')),
  validFrom: optional(timestamp),
  validTo: optional(timestamp),
  chargingSchedule,
});
