import type { Instant } from '../shared/units.ts';
import type { Connector } from './connector.ts';

export type StatusOutcome =
  | { readonly kind: 'changed'; readonly connector: Connector }
  /** Same status as before: only the time of hearing it is new. */
  | { readonly kind: 'same'; readonly connector: Connector }
  /** Overtaken by a later one: ignored (stations deliver queued ones late). */
  | { readonly kind: 'older' };

/** Takes in a StatusNotification: the latest by the station's time, then by arrival, stands. */
export function updateStatus(known: Connector | null, reported: Connector): StatusOutcome {
  if (known === null) return { kind: 'changed', connector: reported };
  if (reported.since < known.since) return { kind: 'older' };
  const connector = { ...reported, closedBy: known.closedBy };
  const same = known.status === reported.status && known.errorCode === reported.errorCode;
  if (!same) return { kind: 'changed', connector };
  return { kind: 'same', connector: { ...connector, since: known.since } };
}

/** Whether a status says that a car is plugged in. */
export function isOccupied(status: Connector['status']): boolean {
  switch (status) {
    case 'Preparing':
    case 'Charging':
    case 'SuspendedEV':
    case 'SuspendedEVSE':
    case 'Finishing':
      return true;
    case 'Available':
    case 'Reserved':
    case 'Unavailable':
    case 'Faulted':
      return false;
  }
}

/** A card accepted at a station waits this long for its plug before the sentence is dropped. */
export function stillWaitsForPlug(acceptedAt: Instant, now: Instant): boolean {
  return now - acceptedAt < 60_000;
}
