import { type Instant, MINUTE } from '../shared/units.ts';
import type { Connector } from './connector.ts';

export type StatusOutcome =
  | { readonly kind: 'changed'; readonly connector: Connector }
  /** Heard before: stations repeat their status after every reconnect. */
  | { readonly kind: 'same' }
  /** Overtaken by a later one: ignored (stations deliver queued ones late). */
  | { readonly kind: 'older' };

/** Takes in a StatusNotification: the latest by the station's time, then by arrival, stands. */
export function updateStatus(known: Connector | null, reported: Connector): StatusOutcome {
  if (known === null) return { kind: 'changed', connector: reported };
  if (reported.since < known.since && !isLive(reported)) return { kind: 'older' };
  const connector: Connector = { ...reported, closedBy: known.closedBy };
  const sameStatus = known.status === reported.status && known.errorCode === reported.errorCode;
  if (!sameStatus) return { kind: 'changed', connector };
  if (known.info === reported.info && known.vendorErrorCode === reported.vendorErrorCode)
    return { kind: 'same' };
  return { kind: 'changed', connector: { ...connector, since: known.since, receivedAt: known.receivedAt } };
}

/** Said just now: then it stands, even if the station's clock ran ahead when it said the one before. */
function isLive({ since, receivedAt }: Connector): boolean {
  return receivedAt - since < MINUTE;
}

/** A card accepted at a station waits this long for its plug before the sentence is dropped. */
export function stillWaitsForPlug(acceptedAt: Instant, now: Instant): boolean {
  return now - acceptedAt < MINUTE;
}
