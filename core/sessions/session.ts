import type { CardUid } from '../access/card-uid.ts';
import type { Refusal } from '../access/refusal.ts';
import type {
  CardId,
  ConnectorId,
  DriverId,
  SessionId,
  StationId,
  TenantId,
  TransactionId,
  VehicleId,
} from '../shared/ids.ts';
import type { Instant, WattHours } from '../shared/units.ts';
import type { Doubt } from './doubt.ts';

/** One car at one connector, from the start a station reported to its stop: what will be settled. */
export interface Session {
  readonly id: SessionId;
  readonly transactionId: TransactionId;
  readonly stationId: StationId;
  readonly connectorId: ConnectorId;
  /** As the station sent it. */
  readonly idTag: string;
  readonly cardUid: CardUid;
  readonly cardId: CardId | null;
  /** Who held the card when the session began; later renaming of the card does not rewrite history. */
  readonly holder: string | null;
  /** The node on which the station hung when the session began. */
  readonly tenantId: TenantId;
  readonly driverId: DriverId | null;
  readonly vehicleId: VehicleId | null;
  readonly admission: Admission;
  readonly start: SessionStart;
  readonly progress: SessionProgress;
  readonly end: SessionEnd | null;
  readonly doubts: readonly Doubt[];
  readonly decision: Decision | null;
}

/** What the station was told about the card. A refused card still has a transaction (OCPP 1.6 §4.8). */
export type Admission =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface SessionStart {
  /** The station's own words, as text, for the record. */
  readonly stationTime: string;
  /** When the session began, by the station's clock put right by its measured offset, or by ours. */
  readonly at: Instant;
  readonly timeSource: TimeSource;
  readonly receivedAt: Instant;
  /** Register of the meter at the start; may carry a fraction. */
  readonly register: WattHours;
  readonly reservationId: number | null;
  /** What makes a repeated StartTransaction recognisable; unique in the store. */
  readonly key: string;
}

/** Whose clock a time was taken from. `station-corrected` is the station's minus its measured offset. */
export type TimeSource = 'station' | 'station-corrected' | 'ours';

/** The latest that the meter said while the session ran. */
export interface SessionProgress {
  /** First register above zero, and when: a start sent offline with 0 is recognised by it. */
  readonly firstRegister: WattHours | null;
  readonly lastRegister: WattHours | null;
  readonly lastSampleAt: Instant | null;
}

export interface SessionEnd {
  readonly stationTime: string | null;
  readonly at: Instant;
  readonly timeSource: TimeSource;
  readonly receivedAt: Instant;
  readonly register: WattHours;
  /** Reason of OCPP 1.6 §7.35, or the station's own word; `Local` when it sent none. */
  readonly reason: string;
  readonly idTag: string | null;
  /**
   * How we know of the end. What was inferred or assumed waits for a person's decision, except an assumed end
   * where the card was refused and nothing was delivered.
   */
  readonly source: 'stop-transaction' | 'inferred-stop' | 'assumed';
}

/** What a person decided about a session in doubt. The session's own facts stay as they were. */
export type Decision =
  | {
      readonly kind: 'accepted';
      readonly energy: WattHours;
      readonly by: string;
      readonly at: Instant;
      readonly note: string;
    }
  | {
      readonly kind: 'corrected';
      readonly energy: WattHours;
      readonly by: string;
      readonly at: Instant;
      readonly note: string;
    }
  | { readonly kind: 'void'; readonly by: string; readonly at: Instant; readonly note: string };

/** Where a session stands, for lists and filters. */
export type SessionState = 'running' | 'ended' | 'needs-decision' | 'decided' | 'void';

export function sessionState(session: Session): SessionState {
  if (session.decision !== null) return session.decision.kind === 'void' ? 'void' : 'decided';
  if (waitsForStop(session)) return 'running';
  return session.doubts.length > 0 ? 'needs-decision' : 'ended';
}

/** Still running as far as anybody knows. What is in doubt about it is decided when it has ended. */
export function waitsForStop({ end, doubts }: Session): boolean {
  return end === null && !doubts.some(({ kind }) => kind === 'silent' || kind === 'no-stop');
}

/** Energy delivered so far in whole Wh, rounded down; null when the registers make no sense together. */
export function measuredEnergy(session: Session): WattHours | null {
  const last = session.end?.register ?? session.progress.lastRegister;
  if (last === null) return session.end === null ? (0 as WattHours) : null;
  const energy = Math.floor(last - session.start.register);
  return energy < 0 ? null : (energy as WattHours);
}

/** The energy that counts: what a person decided, else what was measured; null while it is in doubt. */
export function settledEnergy(session: Session): WattHours | null {
  if (session.decision !== null)
    return session.decision.kind === 'void' ? (0 as WattHours) : session.decision.energy;
  if (session.end === null || session.doubts.length > 0) return null;
  return measuredEnergy(session);
}

/** Nothing measured yet. */
export const NO_PROGRESS: SessionProgress = { firstRegister: null, lastRegister: null, lastSampleAt: null };
