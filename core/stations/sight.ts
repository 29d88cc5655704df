import type { ConnectorStatus } from './connector.ts';

/** What was seen of a station that may be the effect of a command. */
export type Sight =
  | { readonly kind: 'session-started'; readonly connectorId: number; readonly idTag: string }
  | { readonly kind: 'session-ended'; readonly sessionId: number }
  /** It booted; `firmware` is the version it names. */
  | { readonly kind: 'restarted'; readonly firmware: string | null }
  | { readonly kind: 'status'; readonly connectorId: number; readonly status: ConnectorStatus }
  /** A message came, whatever it said. */
  | { readonly kind: 'heard'; readonly action: string; readonly connectorId: number | null }
  /** FirmwareStatusNotification, or the signed one with the number of its request. */
  | { readonly kind: 'firmware-status'; readonly status: string; readonly requestId: number | null }
  /** DiagnosticsStatusNotification, or LogStatusNotification with the number of its request. */
  | {
      readonly kind: 'upload-status';
      readonly of: 'diagnostics' | 'log';
      readonly status: string;
      readonly requestId: number | null;
    }
  /** A file has arrived at this program. */
  | { readonly kind: 'file-received'; readonly uploadId: number };
