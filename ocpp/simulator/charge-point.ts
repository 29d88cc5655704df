import type { IncomingAction, Request } from '../v16/actions.ts';
import { assembleParts } from './assemble-parts.ts';
import type { Certificates } from './certificates.ts';
import type { ChargePointOptions } from './charge-point-options.ts';
import type { ChargingProfiles } from './charging-profiles.ts';
import { createCommands } from './commands.ts';
import type { Configuration } from './configuration.ts';
import { type ConnectorStatus, registerWh, type StopReason } from './connector.ts';
import { createFirmwareUpdates } from './firmware-update.ts';
import type { StationCallOutcome } from './link.ts';
import type { LocalList } from './local-list.ts';
import { type PastSession, recallSession } from './past-session.ts';
import type { Reservations } from './reservations.ts';
import { createSampling } from './sampling.ts';
import { createScript, type HeardCommand, type ScriptedReply } from './script.ts';
import type { SecurityLevel } from './security-profile.ts';
import { httpTransfer } from './transfer.ts';
import { securityEvent, sendTriggered } from './trigger.ts';
import { createUplink } from './uplink.ts';
import { createUploads, logText } from './uploads.ts';

/** A simulated charging station with a plug to pull, a card to hold against it and a network to cut. */
export interface ChargePoint {
  readonly id: string;
  readonly online: boolean;
  /** Messages about transactions that are not answered yet. */
  readonly undelivered: number;
  readonly firmwareVersion: string;
  readonly securityProfile: SecurityLevel;
  readonly configuration: Configuration;
  readonly localList: LocalList;
  readonly reservations: Reservations;
  readonly profiles: ChargingProfiles;
  readonly certificates: Certificates;
  /** Calls of the central system, oldest first. */
  readonly heard: readonly HeardCommand[];
  statusOf(connectorId: number): ConnectorStatus;
  /** The transaction number of a running session, once the central system has given one. */
  transactionIdOf(connectorId: number): number | undefined;
  registerWhOf(connectorId: number): number;
  /** What flows into the car right now, in W. */
  powerWOf(connectorId: number): number;

  /** Switches the station on. It connects, boots, and stays connected until switched off. */
  switchOn(): void;
  switchOff(): void;
  /** The power goes, without a goodbye. Sessions end here; what is undelivered survives. */
  losePower(): void;
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

  /** Makes a key pair and asks for a certificate. False when the central system does not want to. */
  requestCertificate(): Promise<boolean>;
  reportSecurityEvent(
    type: string,
    techInfo?: string,
  ): Promise<StationCallOutcome<'SecurityEventNotification'>>;
  /** From now on the station answers an action in this way; undefined from the reply means: as ever. */
  answers(action: string, reply: ScriptedReply): void;
  /** Sends any call right now. */
  call<A extends IncomingAction>(action: A, request: Request<A>): Promise<StationCallOutcome<A>>;
  /** Sends any text right now. */
  sendText(text: string): void;
}

export function createChargePoint(options: ChargePointOptions): ChargePoint {
  const { id, time, random, callTimeoutMs = 30_000 } = options;
  const transfer = options.transfer ?? httpTransfer(callTimeoutMs);
  let firmwareVersion = options.firmwareVersion ?? '1.0.0';
  const parts = assembleParts({
    options,
    uplink: () => uplink,
    onStatus: (connectorId) => void sendStatus(connectorId),
    onMessage: deliver,
  });
  const { configuration, security, charging, store, reader } = parts;
  const uploads = createUploads({
    stationId: id,
    time,
    transfer,
    sayDiagnostics: (request) => void uplink.call('DiagnosticsStatusNotification', request),
    sayLog: (request) => void uplink.call('LogStatusNotification', request),
    content: () => logText(id, time.now()),
  });
  const firmware = createFirmwareUpdates({
    time,
    transfer,
    fate: options.firmwareFate ?? 'works',
    installMs: options.installMs ?? 1_000,
    manufacturerRoots: () => parts.certificates.roots('ManufacturerRootCertificate'),
    say: (request) => uplink.call('FirmwareStatusNotification', request),
    saySigned: (request) => uplink.call('SignedFirmwareStatusNotification', request),
    onSecurityEvent: (type) => void reportSecurityEvent(type),
    onInstalled(version) {
      firmwareVersion = version;
      restart('Reboot');
    },
  });
  const script = createScript(
    createCommands({
      ...parts,
      uploads,
      firmware,
      lock: options.lock ?? 'opens',
      remoteStart: reader.remoteStart,
      restart,
      trigger: (message, connectorId) =>
        sendTriggered(
          { charging, uplink, firmware, uploads, sendStatus, requestCertificate },
          message,
          connectorId,
        ),
      changed,
      reconnect: () => uplink.reconnect(),
    }),
  );
  const uplink = createUplink({
    stationId: id,
    protocols: options.protocols,
    headers: options.headers,
    time,
    random,
    way: security.way,
    boot: () => ({
      chargePointVendor: options.vendor ?? 'Ladehaus',
      chargePointModel: options.model ?? 'Simulator',
      chargePointSerialNumber: id.slice(0, 25),
      firmwareVersion,
    }),
    sendsBoot: options.sendsBoot ?? true,
    callTimeoutMs,
    reconnectMs: options.reconnectMs ?? 1000,
    reply: script.reply,
    onInterval: (seconds) => configuration.set('HeartbeatInterval', String(seconds)),
    onOnline: announce,
    onFailure: security.failed,
  });
  const sampling = createSampling(charging, configuration, time);

  return {
    id,
    configuration,
    localList: parts.localList,
    reservations: parts.reservations,
    profiles: parts.profiles,
    certificates: parts.certificates,
    heard: script.heard,
    get online() {
      return uplink.online !== undefined;
    },
    get undelivered() {
      return store.size;
    },
    get firmwareVersion() {
      return firmwareVersion;
    },
    get securityProfile() {
      return security.level;
    },
    statusOf: (connectorId) => charging.connector(connectorId).status,
    transactionIdOf: (connectorId) => charging.connector(connectorId).transaction?.transactionId,
    registerWhOf: (connectorId) => registerWh(charging.connector(connectorId).meter, time.now()),
    powerWOf: (connectorId) => charging.connector(connectorId).meter.powerW,

    switchOn() {
      configuration.restarted();
      sampling.start();
      uplink.switchOn();
    },
    switchOff() {
      sampling.stop();
      uplink.switchOff();
    },
    losePower() {
      sampling.stop();
      uplink.losePower();
      for (const connector of charging.connectors) charging.stop(connector.id, 'PowerLoss');
    },
    loseNetwork: uplink.loseNetwork,
    regainNetwork: uplink.regainNetwork,
    freeze: uplink.freeze,

    plugIn(connectorId, carWantsW = 11_000) {
      charging.plugIn(connectorId, carWantsW);
      reader.plugged(connectorId);
    },
    unplug(connectorId) {
      const stops = configuration.isOn('StopTransactionOnEVSideDisconnect');
      if (stops) charging.unplug(connectorId);
      else charging.setCarPower(connectorId, 0);
    },
    presentCard: reader.present,
    startCharging: reader.start,
    setCarPower: charging.setCarPower,
    stopCharging: (connectorId, reason = 'Local') => charging.stop(connectorId, reason),
    setFault: charging.setFault,
    recall: (past) =>
      recallSession(past, charging.connector(past.connectorId), {
        store,
        meter: parts.meters[past.connectorId - 1],
      }),

    requestCertificate,
    reportSecurityEvent,
    answers: script.answers,
    call: uplink.call,
    sendText: uplink.sendText,
  };

  function restart(reason: 'HardReset' | 'SoftReset' | 'Reboot'): void {
    for (const connector of charging.connectors) charging.stop(connector.id, reason);
    configuration.restarted();
    uplink.restart();
  }

  function changed(key: string): void {
    sampling.start();
    if (security.changed(key)) uplink.reconnect();
  }

  function announce(): void {
    security.succeeded();
    for (const connectorId of [0, ...charging.connectors.map((connector) => connector.id)])
      void sendStatus(connectorId);
    deliver();
  }

  async function sendStatus(connectorId: number): Promise<void> {
    // A status nobody hears is forgotten: on reconnecting the station tells how things are then.
    await uplink.online?.call('StatusNotification', charging.statusNotification(connectorId));
  }

  function deliver(): void {
    if (uplink.online !== undefined) void store.deliver(uplink.online);
  }

  async function requestCertificate(): Promise<boolean> {
    const csr = await parts.certificates.createRequest();
    const outcome = await uplink.call('SignCertificate', { csr });
    return outcome.kind === 'result' && outcome.response.status === 'Accepted';
  }

  function reportSecurityEvent(type: string, techInfo?: string) {
    return uplink.call('SecurityEventNotification', securityEvent(type, time.now(), techInfo));
  }
}
