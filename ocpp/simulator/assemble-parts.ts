import { createAuthorization } from './authorization.ts';
import { createCardReader } from './card-reader.ts';
import { createCertificates } from './certificates.ts';
import type { ChargePointOptions } from './charge-point-options.ts';
import { createCharging } from './charging.ts';
import { createChargingProfiles } from './charging-profiles.ts';
import { createConfiguration } from './configuration.ts';
import { createLocalList } from './local-list.ts';
import { createMessageStore } from './message-store.ts';
import { createReservations } from './reservations.ts';
import { createSecurityProfile } from './security-profile.ts';
import { createSignedMeter } from './signed-meter.ts';
import type { Uplink } from './uplink.ts';

/** What the parts of a station need of the others that are not there yet when they are made. */
export interface PartsContext {
  readonly options: ChargePointOptions;
  uplink(): Uplink;
  onStatus(connectorId: number): void;
  /** Something waits to be delivered. */
  onMessage(): void;
}

/** The parts of a station that know, decide and charge, whether or not anybody listens. */
export function assembleParts({ options, uplink, onStatus, onMessage }: PartsContext) {
  const { id, time, connectors = 1, meterIntervalMs = 60_000 } = options;
  const { signs } = options;
  const meters =
    signs === undefined
      ? []
      : Array.from({ length: connectors }, (_, index) => createSignedMeter(`${id}-${index + 1}`, signs));
  const keys = meters.map(({ publicKey }, index) => [`MeterPublicKey${index + 1}`, publicKey]);
  const configuration = createConfiguration({
    connectors,
    meterIntervalSeconds: meterIntervalMs / 1000,
    heartbeatSeconds: 300,
    securityProfile: options.securityProfile ?? (options.password === undefined ? 0 : 1),
    cpoName: options.cpoName ?? 'Ladehaus',
    values: { ...Object.fromEntries(keys), ...options.configuration },
  });
  const certificates = createCertificates({
    stationId: id,
    configuration,
    own: options.certificate,
    roots: options.trustedRoots ?? [],
    hashAlgorithm: options.hashAlgorithm ?? 'SHA256',
    needsRoot: () => security.level >= 2,
  });
  const security = createSecurityProfile({
    configuration,
    certificates,
    url: options.url,
    secureUrl: options.secureUrl,
    password: options.password,
    sendsKeyAsText: options.sendsKeyAsText ?? false,
  });
  const localList = createLocalList(configuration);
  const authorization = createAuthorization({
    configuration,
    localList,
    time,
    isOnline: () => uplink().online !== undefined,
    ask: (idTag) => uplink().call('Authorize', { idTag }),
  });
  const store = createMessageStore(
    (transaction, info) => {
      authorization.learn(transaction.idTag, info);
      // OCPP 1.6 §4.8: a station that allowed an unknown card while offline ends its session when it is refused.
      const running = charging.connectors.find((connector) => connector.transaction === transaction);
      const ends = info.status !== 'Accepted' && configuration.isOn('StopTransactionOnInvalidId');
      if (running !== undefined && ends) charging.stop(running.id, 'DeAuthorized');
    },
    () => configuration.number('TransactionMessageAttempts'),
  );
  const charging = createCharging({
    connectors,
    registerWh: options.registerWh ?? 0,
    time,
    store,
    meters,
    sampledMeasurands: () => configuration.list('MeterValuesSampledData'),
    stopMeasurands: () => configuration.list('StopTxnSampledData'),
    onStarted: followLimits,
    onEnded: (connectorId) => profiles.transactionEnded(connectorId),
    onStatus,
    onMessage,
  });
  const shared = { connectors: charging.connectors, configuration, time };
  const profiles = createChargingProfiles({ ...shared, onChange: followLimits });
  const reservations = createReservations({ ...shared, onChange: showReservations });
  const reader = createCardReader({ authorization, charging, configuration, profiles, reservations, time });
  let cancelNextLimit = () => {};

  return {
    configuration,
    certificates,
    security,
    localList,
    authorization,
    store,
    meters,
    charging,
    profiles,
    reservations,
    reader,
  };

  /** Lets flow what the profiles leave, and looks again when they leave something else. */
  function followLimits(): void {
    // Asked for first: a change whose moment comes between the two questions is then looked at once more, not missed.
    const next = profiles.nextChange();
    for (const connector of charging.connectors) charging.setLimit(connector.id, profiles.limitW(connector));
    cancelNextLimit();
    if (next === undefined) return;
    // Timers of more than 24 days end at once; looking once more a day costs nothing.
    cancelNextLimit = time.after(Math.min(next - time.now(), DAY_MS), followLimits);
  }

  function showReservations(): void {
    for (const { id: connectorId } of charging.connectors)
      charging.setReserved(
        connectorId,
        reservations.all.some((one) => one.connectorId === connectorId),
      );
  }
}

const DAY_MS = 86_400_000;
