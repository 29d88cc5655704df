import type { ConnectorId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** What whoever looks after a station asks of it. */
export type ServiceOrder =
  | TalkOrder
  | { readonly kind: 'send-local-list'; readonly whole: boolean }
  | UploadOrder
  | FirmwareOrder;

/** Asked with one message and answered with one. */
export type TalkOrder =
  | { readonly kind: 'clear-cache' }
  | {
      readonly kind: 'trigger';
      readonly message: TriggeredMessage;
      readonly connectorId: ConnectorId | null;
      /** By ExtendedTriggerMessage of the security whitepaper. */
      readonly extended: boolean;
    }
  | {
      readonly kind: 'data-transfer';
      readonly vendorId: string;
      readonly messageId: string | null;
      readonly data: string | null;
    };

export const TRIGGERED_MESSAGES = [
  'BootNotification',
  'DiagnosticsStatusNotification',
  'FirmwareStatusNotification',
  'Heartbeat',
  'LogStatusNotification',
  'MeterValues',
  'SignChargePointCertificate',
  'StatusNotification',
] as const;
export type TriggeredMessage = (typeof TRIGGERED_MESSAGES)[number];

/** A file that the station sends somewhere. */
export type UploadOrder =
  | {
      readonly kind: 'get-diagnostics';
      readonly target: UploadTarget;
      readonly from: Instant | null;
      readonly to: Instant | null;
      readonly retries: number | null;
      readonly retrySeconds: number | null;
    }
  | {
      readonly kind: 'get-log';
      readonly log: 'DiagnosticsLog' | 'SecurityLog';
      readonly requestId: number;
      readonly target: UploadTarget;
      readonly from: Instant | null;
      readonly to: Instant | null;
      readonly retries: number | null;
      readonly retrySeconds: number | null;
    };

/** Where a file goes: to this program, which then knows when it is there, or to an address that was typed in. */
export type UploadTarget =
  | { readonly kind: 'here'; readonly uploadId: number }
  | { readonly kind: 'elsewhere'; readonly url: string };

export type FirmwareOrder =
  | {
      readonly kind: 'update-firmware';
      readonly location: string;
      readonly retrieveAt: Instant;
      readonly retries: number | null;
      readonly retrySeconds: number | null;
      /** What the station ran when it was ordered: a boot with another version is the effect. */
      readonly versionBefore: string | null;
    }
  | {
      readonly kind: 'signed-update-firmware';
      readonly requestId: number;
      readonly location: string;
      readonly retrieveAt: Instant;
      readonly installAt: Instant | null;
      /** PEM of the certificate that the firmware is signed with, and the signature in Base64. */
      readonly certificate: string;
      readonly signature: string;
      readonly retries: number | null;
      readonly retrySeconds: number | null;
      readonly versionBefore: string | null;
    };
