import type { StationId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** A file that a station was asked to send to this program. */
export interface Upload {
  readonly id: number;
  readonly stationId: StationId;
  readonly of: 'diagnostics' | 'diagnostics-log' | 'security-log';
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly life: UploadLife;
}

export type UploadLife =
  | {
      readonly kind: 'awaited';
      /** Until then the address is open. */
      readonly until: Instant;
      /** SHA-256 of the secret in its address, hexadecimal; the secret itself is not kept. */
      readonly tokenHash: string;
      readonly port: number;
    }
  | {
      readonly kind: 'received';
      readonly at: Instant;
      /** As the station named it, made safe for a folder. */
      readonly fileName: string;
      readonly bytes: number;
    }
  | { readonly kind: 'missed'; readonly at: Instant }
  | { readonly kind: 'removed'; readonly at: Instant; readonly by: string };
