import { type CardUid, cardUid } from '../access/card-uid.ts';
import type { CardVerdict } from '../access/decide-access.ts';
import {
  connectorId,
  type DriverId,
  type SessionId,
  type TransactionId,
  type VehicleId,
} from '../shared/ids.ts';
import { resolveStationTime, type StationTime } from '../shared/station-time.ts';
import type { Instant, WattHours } from '../shared/units.ts';
import { MOST_CONNECTORS } from '../stations/connector.ts';
import type { Station } from '../stations/station.ts';
import { closeUnstopped } from './close-unstopped.ts';
import { type Doubt, withDoubt } from './doubt.ts';
import { NO_PROGRESS, type Session, type SessionStart } from './session.ts';

/** What a station reports in StartTransaction (OCPP 1.6 §6.45). */
export interface StartReport {
  readonly connectorId: number;
  readonly idTag: string;
  readonly time: StationTime;
  readonly register: WattHours;
  readonly reservationId: number | null;
  readonly receivedAt: Instant;
  /** What of the message could not be read; the rest stands. */
  readonly unreadable: string | null;
}

export interface StartFacts {
  readonly station: Station;
  /** The session that this very start has opened already, if it has. */
  readonly known: Session | null;
  /** Session still open on the same connector. */
  readonly openHere: Session | null;
  /** Latest session of this connector that has ended. */
  readonly previous: Session | null;
  readonly verdict: CardVerdict;
  /** The card's own number, in whatever way the reader wrote it. */
  readonly cardUid: CardUid;
  readonly holder: string | null;
  /** Who and what the card belonged to when it was held. */
  readonly driverId: DriverId | null;
  readonly vehicleId: VehicleId | null;
  readonly nextSessionId: SessionId;
  readonly nextTransactionId: TransactionId;
}

export type StartOutcome =
  /** Stations repeat a start until they have seen our answer: same transaction, same verdict. */
  | { readonly kind: 'repeated'; readonly session: Session }
  | {
      readonly kind: 'started';
      readonly session: Session;
      /** The session that was still open on the connector: its stop never came. */
      readonly closed: Session | null;
    };

/**
 * Opens a session. A refused card gets one too: the station will send its stop with that transaction
 * (OCPP 1.6 §4.8).
 */
export function startSession(facts: StartFacts, report: StartReport): StartOutcome {
  if (facts.known !== null) return { kind: 'repeated', session: facts.known };
  const start = startOf(facts.station, report);
  const session: Session = {
    id: facts.nextSessionId,
    transactionId: facts.nextTransactionId,
    stationId: facts.station.id,
    connectorId: connectorId(report.connectorId),
    idTag: report.idTag,
    cardUid: facts.cardUid,
    cardId: facts.verdict.card?.id ?? null,
    holder: facts.holder,
    tenantId: facts.station.tenantId,
    driverId: facts.driverId,
    vehicleId: facts.vehicleId,
    admission:
      facts.verdict.kind === 'accepted'
        ? { kind: 'admitted' }
        : { kind: 'refused', refusal: facts.verdict.refusal },
    start,
    progress: NO_PROGRESS,
    end: null,
    doubts: doubtsOfStart(facts, start, report),
    decision: null,
  };
  return {
    kind: 'started',
    session,
    closed: facts.openHere === null ? null : closeUnstopped(facts.openHere, report.receivedAt),
  };
}

/**
 * What makes a repeated start recognisable. Message ids do not: stations begin again at 1, and send a
 * repeat under a new id. A station whose clock was never set sends the same time after every boot, so
 * there the boot is part of the key. Nothing in it depends on when the message is read.
 */
export function startKey(station: Station, report: StartReport): string {
  const { connectorId: connector, idTag, time, register } = report;
  const parts = [station.id, connector, cardUid(idTag), time.text, register];
  if (!time.clockWasSet) parts.push(`boot ${station.lastBootAt ?? 0}`);
  return JSON.stringify(parts);
}

function startOf(station: Station, report: StartReport): SessionStart {
  const time = resolveStationTime(report.time, report.receivedAt, station.clockOffsetMs);
  return {
    stationTime: report.time.text,
    at: time.at,
    timeSource: time.source,
    receivedAt: report.receivedAt,
    register: report.register,
    reservationId: report.reservationId,
    key: startKey(station, report),
  };
}

function doubtsOfStart(facts: StartFacts, start: SessionStart, report: StartReport): readonly Doubt[] {
  const since = report.receivedAt;
  let doubts: readonly Doubt[] = [];
  if (resolveStationTime(report.time, report.receivedAt, facts.station.clockOffsetMs).impossible)
    doubts = withDoubt(doubts, { kind: 'impossible-time', since, facts: { stationTime: report.time.text } });
  if (report.unreadable !== null)
    doubts = withDoubt(doubts, { kind: 'unreadable-message', since, facts: { problem: report.unreadable } });
  if (report.connectorId < 1 || report.connectorId > MOST_CONNECTORS)
    doubts = withDoubt(doubts, {
      kind: 'impossible-connector',
      since,
      facts: { connector: String(report.connectorId) },
    });
  if (start.register < 0)
    doubts = withDoubt(doubts, { kind: 'baseline', since, facts: { startWh: start.register } });
  const before = facts.previous?.end;
  // A meter that counts from 0 in every session, or after every boot, is allowed; one that runs back is not.
  if (
    before != null &&
    before.at <= start.at &&
    start.register > 0 &&
    start.register < before.register - METER_SLACK
  )
    doubts = withDoubt(doubts, {
      kind: 'register-gap',
      since,
      facts: { startWh: start.register, previousStopWh: before.register },
    });
  return doubts;
}

/** Meters that round may report a register a few Wh low. */
export const METER_SLACK = 10;
