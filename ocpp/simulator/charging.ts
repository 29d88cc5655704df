import type { Request } from '../v16/actions.ts';
import type { MeterValue } from '../v16/meter-value.ts';
import { formatTimestamp } from '../v16/timestamp.ts';
import {
  allowedPowerW,
  type Connector,
  type ConnectorStatus,
  createConnector,
  naturalStatus,
  phasesOf,
  registerWh,
  type StationTransaction,
  type StopReason,
  setPower,
} from './connector.ts';
import type { MessageStore } from './message-store.ts';
import { type MeterSnapshot, sampleMeter } from './sample-meter.ts';
import type { SignedMeter } from './signed-meter.ts';
import type { SimulatedTime } from './time.ts';

/** What happens at the outlets, whether or not anybody listens. */
export interface Charging {
  readonly connectors: readonly Connector[];
  connector(id: number): Connector;
  plugIn(id: number, carWantsW: number): void;
  unplug(id: number): void;
  start(id: number, idTag: string, reservationId?: number): void;
  stop(id: number, reason: StopReason): void;
  setCarPower(id: number, powerW: number): void;
  setFault(id: number, errorCode: string): void;
  setOperative(id: number, operative: boolean): void;
  /** What the charging profiles leave from now on, in W. */
  setLimit(id: number, limitW: number): void;
  setReserved(id: number, reserved: boolean): void;
  /** Whether a card was accepted and the plug is waited for. */
  setAwaitsPlug(id: number, awaits: boolean): void;
  /** Stores a meter value of every running session. */
  sample(context: MeterSnapshot['context'], measurands?: readonly string[]): void;
  /** What the meter says right now. */
  reading(id: number, context: MeterSnapshot['context']): MeterValue;
  statusNotification(id: number): Request<'StatusNotification'>;
}

export interface ChargingOptions {
  readonly connectors: number;
  readonly registerWh: number;
  readonly time: SimulatedTime;
  readonly store: MessageStore;
  /** Those that sign, in the order of the connectors; empty where none does. */
  readonly meters: readonly SignedMeter[];
  /** What is sampled during a session, and what its stop repeats. */
  sampledMeasurands(): readonly string[];
  stopMeasurands(): readonly string[];
  onStarted(id: number): void;
  onEnded(id: number): void;
  onStatus(id: number): void;
  /** Something new is in the store. */
  onMessage(): void;
}

export function createCharging(options: ChargingOptions): Charging {
  const { time, store } = options;
  const connectors = Array.from({ length: options.connectors }, (_, index) =>
    createConnector(index + 1, options.registerWh, time.now()),
  );

  function connector(id: number): Connector {
    const found = connectors[id - 1];
    if (found === undefined) throw new Error(`the station has no connector ${id}`);
    return found;
  }

  function show(changed: Connector, status: ConnectorStatus = naturalStatus(changed)): void {
    if (changed.status === status) return;
    changed.status = status;
    options.onStatus(changed.id);
  }

  function remember(message: Parameters<MessageStore['keep']>[0]): void {
    store.keep(message);
    options.onMessage();
  }

  function snapshot(of: Connector, context: MeterSnapshot['context']): MeterSnapshot {
    const at = time.now();
    const phases = phasesOf(of.carWantsW);
    return { at, registerWh: registerWh(of.meter, at), powerW: of.meter.powerW, context, phases };
  }

  /** Lets flow what may flow. */
  function flow(through: Connector): void {
    const powerW = through.transaction === undefined ? 0 : allowedPowerW(through);
    if (powerW !== through.meter.powerW) setPower(through.meter, powerW, time.now());
    show(through);
  }

  function stopData(transaction: StationTransaction, end: MeterSnapshot): readonly MeterValue[] {
    const measurands = options.stopMeasurands();
    const { startedAt: at, meterStartWh } = transaction;
    const begin: MeterSnapshot = { at, registerWh: meterStartWh, powerW: 0, context: 'Transaction.Begin' };
    return [begin, end]
      .map((snap) => sampleMeter(snap, measurands))
      .filter(({ sampledValue }) => sampledValue.length > 0);
  }

  /** What the connector's meter signs of the session, where it signs. */
  function signedData(
    id: number,
    transaction: StationTransaction,
    end: MeterSnapshot,
  ): readonly MeterValue[] {
    const meter = options.meters[id - 1];
    if (meter === undefined) return [];
    const { idTag, startedAt, meterStartWh: startWh } = transaction;
    const endWh = Math.floor(end.registerWh);
    const signed = meter.signedValue({ idTag, startedAt, startWh, endedAt: end.at, endWh });
    return [{ timestamp: formatTimestamp(end.at), sampledValue: [signed] }];
  }

  function stop(id: number, reason: StopReason): void {
    const stopping = connector(id);
    const { transaction } = stopping;
    if (transaction === undefined) return;
    const end = snapshot(stopping, 'Transaction.End');
    setPower(stopping.meter, 0, end.at);
    stopping.transaction = undefined;
    const transactionData = [...stopData(transaction, end), ...signedData(id, transaction, end)];
    remember({
      kind: 'stop',
      of: transaction,
      request: {
        idTag: transaction.idTag,
        meterStop: Math.floor(end.registerWh),
        timestamp: formatTimestamp(end.at),
        reason,
        ...(transactionData.length > 0 && { transactionData }),
      },
    });
    options.onEnded(id);
    show(stopping, stopping.plugged && stopping.errorCode === 'NoError' ? 'Finishing' : undefined);
  }

  return {
    connectors,
    connector,
    stop,

    plugIn(id, carWantsW) {
      const plugging = connector(id);
      plugging.plugged = true;
      plugging.carWantsW = carWantsW;
      show(plugging);
    },

    unplug(id) {
      stop(id, 'EVDisconnected');
      const unplugging = connector(id);
      unplugging.plugged = false;
      show(unplugging);
    },

    start(id, idTag, reservationId) {
      const starting = connector(id);
      if (starting.transaction !== undefined || naturalStatus(starting) === 'Unavailable') return;
      const startedAt = time.now();
      const meterStartWh = Math.floor(registerWh(starting.meter, startedAt));
      const transaction: StationTransaction = { idTag, startedAt, meterStartWh, transactionId: undefined };
      starting.transaction = transaction;
      const timestamp = formatTimestamp(startedAt);
      const request = { connectorId: id, idTag, meterStart: meterStartWh, timestamp };
      const reserved = reservationId === undefined ? {} : { reservationId };
      remember({ kind: 'start', of: transaction, request: { ...request, ...reserved } });
      flow(starting);
      options.onStarted(id);
    },

    setCarPower(id, powerW) {
      const charging = connector(id);
      charging.carWantsW = powerW;
      flow(charging);
    },

    setLimit(id, limitW) {
      const limited = connector(id);
      limited.limitW = limitW;
      flow(limited);
    },

    setReserved(id, reserved) {
      const kept = connector(id);
      kept.reserved = reserved;
      show(kept);
    },

    setAwaitsPlug(id, awaits) {
      const waiting = connector(id);
      waiting.awaitsPlug = awaits;
      show(waiting);
    },

    setFault(id, errorCode) {
      const faulty = connector(id);
      faulty.errorCode = errorCode;
      if (errorCode !== 'NoError') stop(id, 'Other');
      show(faulty);
    },

    setOperative(id, operative) {
      const changed = connector(id);
      changed.operative = operative;
      show(changed);
    },

    reading: (id, context) => sampleMeter(snapshot(connector(id), context), options.sampledMeasurands()),

    sample(context, measurands = options.sampledMeasurands()) {
      for (const running of connectors) {
        if (running.transaction === undefined) continue;
        const meterValue = [sampleMeter(snapshot(running, context), measurands)];
        if (meterValue[0]?.sampledValue.length === 0) continue;
        const request = { connectorId: running.id, meterValue };
        remember({ kind: 'values', of: running.transaction, request });
      }
    },

    statusNotification(id) {
      const timestamp = formatTimestamp(time.now());
      if (id === 0) {
        const operative = connectors.some((one) => one.operative);
        return {
          connectorId: 0,
          status: operative ? 'Available' : 'Unavailable',
          errorCode: 'NoError',
          timestamp,
        };
      }
      const { status, errorCode } = connector(id);
      return { connectorId: id, status, errorCode, timestamp };
    },
  };
}
