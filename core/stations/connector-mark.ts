import type { Session } from '../sessions/session.ts';
import type { Instant } from '../shared/units.ts';
import type { Connector } from './connector.ts';
import { stillWaitsForPlug } from './update-status.ts';

/** The one state of a connector that every list, notice and report shows. */
export type ConnectorMark =
  | 'free'
  | 'wait-card'
  | 'wait-plug'
  | 'charging'
  | 'paused-car'
  | 'paused-site'
  | 'done'
  | 'reserved'
  | 'closed'
  | 'self-unavailable'
  | 'fault'
  | 'offline'
  | 'unknown';

export interface MarkFacts {
  readonly online: boolean;
  readonly connector: Connector | null;
  readonly session: Session | null;
  /** When a card was last accepted here without a session since, if one was. */
  readonly cardAcceptedAt: Instant | null;
  readonly now: Instant;
}

/** What a connector shows. A dead line outranks everything: what we last heard may no longer hold. */
export function connectorMark(facts: MarkFacts): ConnectorMark {
  if (!facts.online) return 'offline';
  if (facts.connector === null) return 'unknown';
  if (facts.connector.closedBy !== null && facts.connector.status === 'Unavailable') return 'closed';
  switch (facts.connector.status) {
    case 'Available':
      return waitsForPlug(facts) ? 'wait-plug' : 'free';
    case 'Preparing':
      return facts.cardAcceptedAt !== null || facts.session !== null ? 'wait-plug' : 'wait-card';
    case 'Charging':
      return 'charging';
    case 'SuspendedEV':
      return 'paused-car';
    case 'SuspendedEVSE':
      return 'paused-site';
    case 'Finishing':
      return 'done';
    case 'Reserved':
      return 'reserved';
    case 'Unavailable':
      return 'self-unavailable';
    case 'Faulted':
      return 'fault';
  }
}

function waitsForPlug({ cardAcceptedAt, now }: MarkFacts): boolean {
  return cardAcceptedAt !== null && stillWaitsForPlug(cardAcceptedAt, now);
}
