import type { Instant } from '../../shared/units.ts';
import type { Connector } from '../connector.ts';
import { BRIEF_PLUG } from './car-checks.ts';

/** A plug that was in for a moment and is out again, without a session between. */
export interface BriefPlug {
  readonly at: Instant;
  readonly heldMs: number;
}

/** What a change of status says about the plug; null when it does not tell of one that came and went. */
export function briefPlugBetween(before: Connector | null, after: Connector): BriefPlug | null {
  if (before?.status !== 'Preparing' || after.status !== 'Available') return null;
  const heldMs = after.since - before.since;
  return heldMs >= 0 && heldMs <= BRIEF_PLUG ? { at: after.since, heldMs } : null;
}
