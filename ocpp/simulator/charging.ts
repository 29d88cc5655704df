import type { Request } from '../v16/actions.ts';
import { formatTimestamp } from '../v16/timestamp.ts';
import {
  type Connector,
  type ConnectorStatus,
  createConnector,
  naturalStatus,
  registerWh,
  type StationTransaction,
  type StopReason,
  setPower,
} from './connector.ts';
import type { MessageStore } from './message-store.ts';
import { type MeterSnapshot, sampleMeter } from './sample-meter.ts';
import type { SimulatedTime } from './time.ts';

/** What happens at the outlets, whether or not anybody listens. */
export interface Charging {
  readonly connectors: readonly Connector[];
  connector(id: number): Connector;
  plugIn(id: number, carWantsW: number): void;
  unplug(id: number): void;
  start(id: number, idTag: string): void;
  stop(id: number, reason: StopReason): void;
  setCarPower(id: number, powerW: number): void;
  setFault(id: number, errorCode: string): void;
  setOperative(id: number, operative: boolean): void;
  /** Stores a meter value of every running session. */
  sample(context: MeterSnapshot['context']): void;
  statusNotification(id: number): Request<'StatusNotification'>;
}

export interface ChargingOptions {
  readonly connectors: number;
  readonly registerWh: number;
  readonly time: SimulatedTime;
  readonly store: MessageStore;
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
    return { at, registerWh: registerWh(of.meter, at), powerW: of.meter.powerW, context };
  }

  function stop(id: number, reason: StopReason): void {
    const stopping = connector(id);
    const { transaction } = stopping;
    if (transaction === undefined) return;
    const end = snapshot(stopping, 'Transaction.End');
    setPower(stopping.meter, 0, end.at);
    stopping.transaction = undefined;
    remember({
      kind: 'stop',
      of: transaction,
      request: {
        idTag: transaction.idTag,
        meterStop: Math.floor(end.registerWh),
        timestamp: formatTimestamp(end.at),
        reason,
      },
    });
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

    start(id, idTag) {
      const starting = connector(id);
      if (starting.transaction !== undefined || naturalStatus(starting) === 'Unavailable') return;
      const startedAt = time.now();
      const meterStartWh = Math.floor(registerWh(starting.meter, startedAt));
      const transaction: StationTransaction = { idTag, startedAt, meterStartWh, transactionId: undefined };
      starting.transaction = transaction;
      const timestamp = formatTimestamp(startedAt);
      const request = { connectorId: id, idTag, meterStart: meterStartWh, timestamp };
      remember({ kind: 'start', of: transaction, request });
      setPower(starting.meter, starting.carWantsW, startedAt);
      show(starting);
    },

    setCarPower(id, powerW) {
      const charging = connector(id);
      charging.carWantsW = powerW;
      if (charging.transaction !== undefined) setPower(charging.meter, powerW, time.now());
      show(charging);
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

    sample(context) {
      for (const running of connectors) {
        if (running.transaction === undefined) continue;
        const meterValue = [sampleMeter(snapshot(running, context))];
        const request = { connectorId: running.id, meterValue };
        remember({ kind: 'values', of: running.transaction, request });
      }
    },

    statusNotification(id) {
      const shown = connector(id);
      const { status, errorCode } = shown;
      return { connectorId: id, status, errorCode, timestamp: formatTimestamp(time.now()) };
    },
  };
}
