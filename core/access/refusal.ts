import type { Instant } from '../shared/units.ts';
import type { Driver } from './driver.ts';

/** Why a card may not charge. */
export type Refusal =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'blocked'; readonly since: Instant }
  | { readonly kind: 'not-yet-valid'; readonly from: Instant }
  | { readonly kind: 'expired'; readonly since: Instant }
  | { readonly kind: 'driver-blocked'; readonly since: Instant; readonly driver: RefusedDriver }
  | { readonly kind: 'driver-not-yet-valid'; readonly from: Instant; readonly driver: RefusedDriver }
  | { readonly kind: 'driver-expired'; readonly since: Instant; readonly driver: RefusedDriver }
  | { readonly kind: 'vehicle-blocked'; readonly since: Instant }
  | {
      readonly kind: 'not-allowed-here';
      /** Names of the groups that may charge here. */
      readonly allowed: readonly string[];
      /** Since when it is so: a rule that let in has ended, or one that closes the station began. Null: since ever. */
      readonly since: Instant | null;
    }
  /** Null: within the next week it will not be allowed. */
  | { readonly kind: 'outside-hours'; readonly opensAt: Instant | null }
  /** Null where whoever asks may not know of the station. */
  | { readonly kind: 'charging-elsewhere'; readonly stationId: string | null };

/** Null where whoever asks may not know of the driver. */
export type RefusedDriver = Pick<Driver, 'name' | 'tenantId'> | null;
