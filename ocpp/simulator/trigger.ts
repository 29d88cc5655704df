import { formatTimestamp } from '../v16/timestamp.ts';
import type { Charging } from './charging.ts';
import type { TriggeredMessage } from './command-handlers.ts';
import type { FirmwareUpdates } from './firmware-update.ts';
import type { Uplink } from './uplink.ts';
import type { Uploads } from './uploads.ts';

/** What a station has at hand to send a message that is wished for. */
export interface Triggerable {
  readonly charging: Charging;
  readonly uplink: Uplink;
  readonly firmware: FirmwareUpdates;
  readonly uploads: Uploads;
  sendStatus(connectorId: number): Promise<void>;
  requestCertificate(): Promise<boolean>;
}

/** Sends a message because the central system wishes it (OCPP 1.6 §5.17, security paper §5.1). */
export function sendTriggered(
  parts: Triggerable,
  message: TriggeredMessage,
  connectorId: number | undefined,
): void {
  const { charging, uplink } = parts;
  switch (message) {
    case 'BootNotification':
      void uplink.sendBoot();
      return;
    case 'DiagnosticsStatusNotification':
      parts.uploads.tellDiagnostics();
      return;
    case 'LogStatusNotification':
      parts.uploads.tellLog();
      return;
    case 'FirmwareStatusNotification':
      parts.firmware.tell();
      return;
    case 'Heartbeat':
      void uplink.call('Heartbeat', {});
      return;
    case 'MeterValues':
      for (const id of concerned(charging, connectorId)) sendReading(parts, id);
      return;
    case 'SignChargePointCertificate':
      void parts.requestCertificate();
      return;
    case 'StatusNotification':
      for (const id of connectorId === undefined ? [0, ...concerned(charging, undefined)] : [connectorId])
        void parts.sendStatus(id);
  }
}

/** The event that a station reports of itself (security paper A04). */
export function securityEvent(type: string, now: number, techInfo?: string) {
  return { type, timestamp: formatTimestamp(now), ...(techInfo === undefined ? {} : { techInfo }) };
}

function sendReading({ charging, uplink }: Triggerable, connectorId: number): void {
  const { transaction } = charging.connector(connectorId);
  const number = transaction?.transactionId;
  void uplink.call('MeterValues', {
    connectorId,
    ...(number === undefined ? {} : { transactionId: number }),
    meterValue: [charging.reading(connectorId, 'Trigger')],
  });
}

/** 0 means the station, whose meters are those of its connectors. */
function concerned(charging: Charging, connectorId: number | undefined): readonly number[] {
  if (connectorId !== undefined && connectorId !== 0) return [connectorId];
  return charging.connectors.map(({ id }) => id);
}
