import type { Request } from '../v16/actions.ts';

export type ConnectorStatus = Request<'StatusNotification'>['status'];
export type StopReason = NonNullable<Request<'StopTransaction'>['reason']>;

/** A transaction as the station knows it. The number comes with the answer to its start, maybe hours later. */
export interface StationTransaction {
  readonly idTag: string;
  readonly startedAt: number;
  readonly meterStartWh: number;
  transactionId: number | undefined;
}

/** One outlet with its meter. Changes only through the functions below. */
export interface Connector {
  readonly id: number;
  status: ConnectorStatus;
  errorCode: string;
  plugged: boolean;
  operative: boolean;
  /** What the car would take, in W. */
  carWantsW: number;
  transaction: StationTransaction | undefined;
  readonly meter: Meter;
}

/** A register that counts what flows. */
export interface Meter {
  powerW: number;
  countedWh: number;
  countedAt: number;
}

export function createConnector(id: number, registerWh: number, now: number): Connector {
  return {
    id,
    status: 'Available',
    errorCode: 'NoError',
    plugged: false,
    operative: true,
    carWantsW: 11_000,
    transaction: undefined,
    meter: { powerW: 0, countedWh: registerWh, countedAt: now },
  };
}

/** The register at this moment, in Wh with fractions. */
export function registerWh(meter: Meter, now: number): number {
  return meter.countedWh + (meter.powerW * (now - meter.countedAt)) / 3_600_000;
}

/** From now on this much power flows. */
export function setPower(meter: Meter, powerW: number, now: number): void {
  meter.countedWh = registerWh(meter, now);
  meter.countedAt = now;
  meter.powerW = powerW;
}

/** The status that follows from what is plugged in and running. */
export function naturalStatus(connector: Connector): ConnectorStatus {
  if (connector.errorCode !== 'NoError') return 'Faulted';
  if (!connector.operative && connector.transaction === undefined) return 'Unavailable';
  if (connector.transaction !== undefined) return connector.meter.powerW > 0 ? 'Charging' : 'SuspendedEV';
  if (!connector.plugged) return 'Available';
  return connector.status === 'Finishing' ? 'Finishing' : 'Preparing';
}
