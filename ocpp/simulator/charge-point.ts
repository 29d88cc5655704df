import type { IncomingAction, Request } from '../v16/actions.ts';
import { createCharging } from './charging.ts';
import { createCommands } from './commands.ts';
import { createConfiguration } from './configuration.ts';
import { type ConnectorStatus, registerWh, type StopReason } from './connector.ts';
import type { LinkOptions, StationCallOutcome } from './link.ts';
import { createMessageStore } from './message-store.ts';
import { type PastSession, recallSession } from './past-session.ts';
import type { Random } from './random.ts';
import type { SimulatedTime } from './time.ts';
import { createUplink } from './uplink.ts';

/** A simulated charging station with a plug to pull, a card to hold against it and a network to cut. */
export interface ChargePoint {
  readonly id: string;
  readonly online: boolean;
  /** Messages about transactions that are not answered yet. */
  readonly undelivered: number;
  statusOf(connectorId: number): ConnectorStatus;
  /** The transaction number of a running session, once the central system has given one. */
  transactionIdOf(connectorId: number): number | undefined;
  registerWhOf(connectorId: number): number;

  /** Switches the station on. It connects, boots, and stays connected until switched off. */
  switchOn(): void;
  /** Switches the station off. What was undelivered is lost with it. */
  switchOff(): void;
  /** Cuts the network. The station keeps working and remembers. */
  loseNetwork(): void;
  regainNetwork(): void;
  /** Leaves the socket open but neither reads nor writes, as after a pulled cable. */
  freeze(): void;

  plugIn(connectorId: number, carWantsW?: number): void;
  /** Pulls the plug; a running session stops. */
  unplug(connectorId: number): void;
  /** Holds a card against the reader: starts a session, or stops the card's own. */
  presentCard(connectorId: number, idTag: string): Promise<void>;
  /** Starts a session without asking first, as with a card that the station already knows. */
  startCharging(connectorId: number, idTag: string): void;
  /** Changes what the car takes; 0 W pauses by the car. */
  setCarPower(connectorId: number, powerW: number): void;
  stopCharging(connectorId: number, reason?: StopReason): void;
  /** Breaks the connector; `NoError` repairs it. */
  setFault(connectorId: number, errorCode: Request<'StatusNotification'>['errorCode']): void;
  /** Remembers a session that happened while the station was offline. Before switching on. */
  recall(past: PastSession): void;

  /** Sends any call right now. */
  call<A extends IncomingAction>(action: A, request: Request<A>): Promise<StationCallOutcome<A>>;
  /** Sends any text right now. */
  sendText(text: string): void;
}

export interface ChargePointOptions extends Pick<LinkOptions, 'url' | 'password' | 'protocols'> {
  readonly id: string;
  readonly time: SimulatedTime;
  readonly random: Random;
  readonly connectors?: number;
  readonly vendor?: string;
  readonly model?: string;
  /** Register of every connector at the beginning. */
  readonly registerWh?: number;
  readonly meterIntervalMs?: number;
  readonly callTimeoutMs?: number;
  /** Delay before the first attempt to reconnect; doubles up to 30 times this. */
  readonly reconnectMs?: number;
  /** Sends BootNotification after switching on. Some stations never do. */
  readonly sendsBoot?: boolean;
}

export function createChargePoint(options: ChargePointOptions): ChargePoint {
  const { id, time, random, connectors = 1, meterIntervalMs = 60_000 } = options;
  const configuration = createConfiguration({
    connectors,
    meterIntervalSeconds: meterIntervalMs / 1000,
    heartbeatSeconds: 300,
  });
  const store = createMessageStore((transaction, accepted) => {
    // OCPP 1.6 §4.8: a station that allowed an unknown card while offline ends its session when it is refused.
    const running = charging.connectors.find((connector) => connector.transaction === transaction);
    if (running !== undefined && !accepted) charging.stop(running.id, 'DeAuthorized');
  });
  const charging = createCharging({
    connectors,
    registerWh: options.registerWh ?? 0,
    time,
    store,
    onStatus: (connectorId) => void sendStatus(connectorId),
    onMessage: deliver,
  });
  const reply = createCommands({ charging, configuration, remoteStart, restart, trigger });
  const uplink = createUplink({
    url: options.url,
    stationId: id,
    password: options.password,
    protocols: options.protocols,
    time,
    random,
    boot: {
      chargePointVendor: options.vendor ?? 'Ladehaus',
      chargePointModel: options.model ?? 'Simulator',
      chargePointSerialNumber: id.slice(0, 25),
      firmwareVersion: '1.0.0',
    },
    sendsBoot: options.sendsBoot ?? true,
    callTimeoutMs: options.callTimeoutMs ?? 30_000,
    reconnectMs: options.reconnectMs ?? 1000,
    reply,
    onInterval: (seconds) => void configuration.change({ key: 'HeartbeatInterval', value: String(seconds) }),
    onOnline: announce,
  });
  const authorised = new Map<number, string>();
  let stopSampling = () => {};

  return {
    id,
    get online() {
      return uplink.online !== undefined;
    },
    get undelivered() {
      return store.size;
    },
    statusOf: (connectorId) => charging.connector(connectorId).status,
    transactionIdOf: (connectorId) => charging.connector(connectorId).transaction?.transactionId,
    registerWhOf: (connectorId) => registerWh(charging.connector(connectorId).meter, time.now()),

    switchOn() {
      sampleRegularly();
      uplink.switchOn();
    },
    switchOff() {
      stopSampling();
      uplink.switchOff();
    },
    loseNetwork: uplink.loseNetwork,
    regainNetwork: uplink.regainNetwork,
    freeze: uplink.freeze,

    plugIn(connectorId, carWantsW = 11_000) {
      charging.plugIn(connectorId, carWantsW);
      const idTag = authorised.get(connectorId);
      if (idTag !== undefined) start(connectorId, idTag);
    },
    unplug: charging.unplug,
    presentCard,
    startCharging: start,
    setCarPower: charging.setCarPower,
    stopCharging: (connectorId, reason = 'Local') => charging.stop(connectorId, reason),
    setFault: charging.setFault,
    recall: (past) => recallSession(past, charging.connector(past.connectorId), store),

    call: uplink.call,
    sendText: uplink.sendText,
  };

  async function presentCard(connectorId: number, idTag: string): Promise<void> {
    const { transaction } = charging.connector(connectorId);
    if (transaction !== undefined) {
      if (transaction.idTag === idTag) charging.stop(connectorId, 'Local');
      return;
    }
    if (!(await isAuthorised(idTag))) return;
    if (charging.connector(connectorId).plugged) return start(connectorId, idTag);
    authorised.set(connectorId, idTag);
    time.after(configuration.number('ConnectionTimeOut') * 1000, () => {
      if (authorised.get(connectorId) === idTag) authorised.delete(connectorId);
    });
  }

  /** Offline everybody may charge; the answer to the late start decides (OCPP 1.6 §3.5.3). */
  async function isAuthorised(idTag: string): Promise<boolean> {
    if (uplink.online === undefined) return true;
    const outcome = await uplink.call('Authorize', { idTag });
    return outcome.kind === 'result' && outcome.response.idTagInfo.status === 'Accepted';
  }

  function start(connectorId: number, idTag: string): void {
    authorised.delete(connectorId);
    charging.start(connectorId, idTag);
  }

  function remoteStart({ connectorId = 1, idTag }: Request<'RemoteStartTransaction'>): boolean {
    const wanted = charging.connectors[connectorId - 1];
    if (wanted === undefined || wanted.transaction !== undefined) return false;
    if (wanted.status !== 'Available' && wanted.status !== 'Preparing') return false;
    time.after(0, () => void presentCard(connectorId, idTag));
    return true;
  }

  function restart(reason: 'HardReset' | 'SoftReset'): void {
    for (const connector of charging.connectors) charging.stop(connector.id, reason);
    uplink.restart();
  }

  function trigger({ requestedMessage, connectorId }: Request<'TriggerMessage'>): void {
    if (requestedMessage === 'BootNotification') void uplink.sendBoot();
    if (requestedMessage === 'Heartbeat') void uplink.call('Heartbeat', {});
    if (requestedMessage === 'MeterValues') charging.sample('Trigger');
    if (requestedMessage === 'StatusNotification') {
      for (const connector of charging.connectors) {
        if (connectorId === undefined || connectorId === connector.id) void sendStatus(connector.id);
      }
    }
  }

  function announce(): void {
    for (const connector of charging.connectors) void sendStatus(connector.id);
    deliver();
  }

  async function sendStatus(connectorId: number): Promise<void> {
    // A status nobody hears is forgotten: on reconnecting the station tells how things are then.
    await uplink.online?.call('StatusNotification', charging.statusNotification(connectorId));
  }

  function deliver(): void {
    if (uplink.online !== undefined) void store.deliver(uplink.online);
  }

  function sampleRegularly(): void {
    stopSampling = time.after(configuration.number('MeterValueSampleInterval') * 1000, () => {
      charging.sample('Sample.Periodic');
      sampleRegularly();
    });
  }
}
