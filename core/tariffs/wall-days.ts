import type { Instant } from '../shared/units.ts';
import type { CivilDay } from './civil-day.ts';

/** The days of a place as its wall clock tells them: some have 23 hours, some 25. */
export interface WallDays {
  /** The day on the wall at a moment. */
  dayAt(moment: Instant): WallDay;
}

export interface WallDay {
  readonly day: CivilDay;
  readonly from: Instant;
  readonly to: Instant;
  /** One, but where the clock is put forward or back: then one before and one after. */
  readonly pieces: readonly WallPiece[];
}

/** A stretch during which the clock on the wall runs evenly. */
export interface WallPiece {
  readonly from: Instant;
  readonly to: Instant;
  /** What the clock shows at `from`, in milliseconds since local midnight. */
  readonly wallMs: number;
}
