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
  /** Kept for the holder of a reservation. */
  reserved: boolean;
  /** A card was accepted and the car is not plugged in yet. */
  awaitsPlug: boolean;
  /** What the car would take, in W. */
  carWantsW: number;
  /** What charging profiles leave, in W; Infinity without any. */
  limitW: number;
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
    reserved: false,
    awaitsPlug: false,
    carWantsW: 11_000,
    limitW: Number.POSITIVE_INFINITY,
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

/** What flows into the car: no more than the limit, and nothing where that is below what a car needs. */
export function allowedPowerW({ carWantsW, limitW }: Connector): number {
  return limitW < leastPowerW(carWantsW) ? 0 : Math.min(carWantsW, limitW);
}

/** On how many phases a car that wants this much charges; small loads run on one. */
export function phasesOf(carWantsW: number): 1 | 3 {
  return carWantsW > MOST_ON_ONE_PHASE_W ? 3 : 1;
}

/** The status that follows from what is plugged in and running. */
export function naturalStatus(connector: Connector): ConnectorStatus {
  if (connector.errorCode !== 'NoError') return 'Faulted';
  if (!connector.operative && connector.transaction === undefined) return 'Unavailable';
  if (connector.transaction !== undefined) {
    if (connector.meter.powerW > 0) return 'Charging';
    return connector.limitW < leastPowerW(connector.carWantsW) ? 'SuspendedEVSE' : 'SuspendedEV';
  }
  if (!connector.plugged) {
    if (connector.awaitsPlug) return 'Preparing';
    return connector.reserved ? 'Reserved' : 'Available';
  }
  return connector.status === 'Finishing' ? 'Finishing' : 'Preparing';
}

const MOST_ON_ONE_PHASE_W = 4_600;
/** IEC 61851-1: below 6 A per phase a car does not charge. */
const LEAST_PER_PHASE_W = 6 * 230;

function leastPowerW(carWantsW: number): number {
  return LEAST_PER_PHASE_W * phasesOf(carWantsW);
}
