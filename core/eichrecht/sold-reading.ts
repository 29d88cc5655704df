import type { SessionId } from '../shared/ids.ts';

/** A signed reading that a session was sold by. Kept for ever, so that no other session is. */
export interface SoldReading {
  /** By which it is known again: see `marks` of `SignedVerdict`. */
  readonly mark: string;
  readonly sessionId: SessionId;
}
