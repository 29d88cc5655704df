import { type Static, Type } from 'typebox';
import { fields, listOfSamples, optional, timestamp, usuallyOneOf } from './fields.ts';

/** OCPP 1.6 §7.43. */
export const sampledValue = fields({
  value: Type.String(),
  context: optional(
    usuallyOneOf(
      'Interruption.Begin',
      'Interruption.End',
      'Sample.Clock',
      'Sample.Periodic',
      'Transaction.Begin',
      'Transaction.End',
      'Trigger',
      'Other',
    ),
  ),
  format: optional(usuallyOneOf('Raw', 'SignedData')),
  measurand: optional(
    usuallyOneOf(
      'Energy.Active.Export.Register',
      'Energy.Active.Import.Register',
      'Energy.Reactive.Export.Register',
      'Energy.Reactive.Import.Register',
      'Energy.Active.Export.Interval',
      'Energy.Active.Import.Interval',
      'Energy.Reactive.Export.Interval',
      'Energy.Reactive.Import.Interval',
      'Power.Active.Export',
      'Power.Active.Import',
      'Power.Offered',
      'Power.Reactive.Export',
      'Power.Reactive.Import',
      'Power.Factor',
      'Current.Import',
      'Current.Export',
      'Current.Offered',
      'Voltage',
      'Frequency',
      'Temperature',
      'SoC',
      'RPM',
    ),
  ),
  phase: optional(usuallyOneOf('L1', 'L2', 'L3', 'N', 'L1-N', 'L2-N', 'L3-N', 'L1-L2', 'L2-L3', 'L3-L1')),
  location: optional(usuallyOneOf('Cable', 'EV', 'Inlet', 'Outlet', 'Body')),
  // The specification prints "Celcius" in one place and means "Celsius"; stations send both (errata).
  unit: optional(
    usuallyOneOf(
      'Wh',
      'kWh',
      'varh',
      'kvarh',
      'W',
      'kW',
      'VA',
      'kVA',
      'var',
      'kvar',
      'A',
      'V',
      'K',
      'Celcius',
      'Celsius',
      'Fahrenheit',
      'Percent',
    ),
  ),
});

/** OCPP 1.6 §7.33. An empty `sampledValue` list is sent by Vestel units and carries nothing. */
export const meterValue = fields({
  timestamp,
  sampledValue: listOfSamples(sampledValue),
});

export type SampledValue = Static<typeof sampledValue>;
export type MeterValue = Static<typeof meterValue>;
