import type { HeldCard } from '../../access/card.ts';
import type { Refusal } from '../../access/refusal.ts';
import type { SimilarCard } from '../../access/spell-card.ts';
import type { Session } from '../../sessions/session.ts';
import type { ConnectorId, StationId } from '../../shared/ids.ts';
import type { Amperes, Instant, Watts } from '../../shared/units.ts';
import type { Command } from '../command.ts';
import type { Connector } from '../connector.ts';
import type { Registration } from '../station.ts';

/** Everything that is known when somebody asks why a car does not charge at a connector. Null means unknown. */
export interface WhyFacts {
  readonly now: Instant;
  readonly stationId: StationId;
  readonly connectorId: ConnectorId | null;
  readonly line: LineFacts;
  readonly registration: Registration;
  /** What the station says of itself as a whole (connector 0). */
  readonly own: Connector | null;
  readonly connector: Connector | null;
  /** The session that runs at the connector. */
  readonly session: Session | null;
  /** When the latest session of the whole station was reported, whatever became of it. */
  readonly lastStartAt: Instant | null;
  /** A firmware update that the station reported to be at work. */
  readonly update: { readonly status: string; readonly since: Instant } | null;
  readonly card: HeldCardFacts | null;
  /** The latest time a plug was seen here and gone again without a session. */
  readonly briefPlug: { readonly at: Instant; readonly heldMs: number } | null;
  /** What this program has limited the connector to and the station has accepted. */
  readonly limit: { readonly current: Amperes; readonly since: Instant } | null;
  /** Newest first, those of the whole station too. */
  readonly commands: readonly Command[];
  readonly clockOffsetMs: number | null;
  readonly charging: ChargingFacts;
}

export interface LineFacts {
  readonly onlineSince: Instant | null;
  /** Null while it is connected, and where it never was. */
  readonly offlineSince: Instant | null;
  /** How many others lost their line within the same few seconds. */
  readonly goneTogether: number;
  /** Why its latest attempt to connect was refused, if it has tried since. */
  readonly refusedFor: string | null;
}

/** The latest card that was held to the station. */
export interface HeldCardFacts {
  readonly held: HeldCard;
  /** What the same card would be told now; null when it may charge. */
  readonly refusalNow: Refusal | null;
  /** Whose card it is, as far as known. */
  readonly cardId: number | null;
  readonly holder: string | null;
  /** A known card of which the number may be another spelling. */
  readonly similar: SimilarCard | null;
}

export interface ChargingFacts {
  readonly power: Watts | null;
  /** The most this connector can deliver. */
  readonly mostPower: Watts;
  /** Phases that carry current; null where the station does not say. */
  readonly phases: number | null;
  /** The greatest current of a phase. */
  readonly current: Amperes | null;
  readonly stateOfCharge: number | null;
}
