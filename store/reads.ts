import type { Card, HeldCard } from '#core/access/card.ts';
import type { CardUid } from '#core/access/card-uid.ts';
import type { Driver } from '#core/access/driver.ts';
import type { Vehicle } from '#core/access/vehicle.ts';
import type { JournalFrame } from '#core/changes.ts';
import type { AcceptanceRun } from '#core/commissioning/acceptance-run.ts';
import type { SoldReading } from '#core/eichrecht/sold-reading.ts';
import type { Delivery } from '#core/erp/delivery.ts';
import type { IdempotencyRecord } from '#core/erp/erp-change.ts';
import type { ImportKind } from '#core/imports/import-kind.ts';
import type { ImportProfile, ImportRow, ImportRun } from '#core/imports/import-run.ts';
import type { FoundEntry } from '#core/logbook/verify-chain.ts';
import type { SignIn } from '#core/people/person.ts';
import type { CurvePoint } from '#core/sessions/curve.ts';
import type { Sample } from '#core/sessions/sample.ts';
import type { Session } from '#core/sessions/session.ts';
import type { Stray } from '#core/sessions/stray.ts';
import type {
  ClientId,
  CommandId,
  PersonId,
  SessionId,
  StationId,
  TenantId,
  TransactionId,
} from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Command } from '#core/stations/command.ts';
import type { ConfigurationChange } from '#core/stations/configuration.ts';
import type { Reservation } from '#core/stations/reservation.ts';
import type { StationDocument } from '#core/stations/station-document.ts';
import type { Upload } from '#core/stations/upload.ts';
import type { MilliwattHours } from '#core/tariffs/amounts.ts';
import type { SessionUse } from '#core/tariffs/connector-use.ts';
import type { SessionPrice } from '#core/tariffs/session-price.ts';
import type { Payer, SessionTerms } from '#core/tariffs/session-terms.ts';
import type { AccessPage } from './access/access-search.ts';
import { type HeldCardFilter, lastHeldCard, listHeldCards, listLatestHoldings } from './access/held-cards.ts';
import { type CardListRequest, listCards } from './access/list-cards.ts';
import { type DriverListRequest, listDrivers } from './access/list-drivers.ts';
import { listVehicles, type VehicleListRequest } from './access/list-vehicles.ts';
import { readLastHeld, readUse, type Use, type UseRequest } from './access/read-use.ts';
import { acceptanceRunById, listAcceptanceRuns } from './commissioning/acceptance-runs.ts';
import { soldReadings } from './eichrecht/sold-readings.ts';
import { type ApiRequestFilter, listApiRequests, type StoredApiRequest } from './erp/api-requests.ts';
import { clientsLastUsed } from './erp/clients.ts';
import {
  type DeliveryFilter,
  deliveryById,
  listDeliveries,
  nextDelivery,
  waitingDeliveries,
} from './erp/deliveries.ts';
import { readIdempotency } from './erp/idempotency.ts';
import { gatherLookups } from './gather-lookups.ts';
import { type ImportFilter, importById, importProfiles, importRows, listImports } from './imports/imports.ts';
import {
  type JournalFilter,
  lastHeard,
  listJournal,
  replayFrames,
  type StoredFrame,
} from './journal/journal.ts';
import {
  type LogFilter,
  listLog,
  logActors,
  logEntryById,
  type StoredLogEntry,
  supplementsOf,
} from './logbook/log-entries.ts';
import { sealedEntries } from './logbook/sealed-entries.ts';
import { readSignIn, readSignInsOf } from './people/sign-ins.ts';
import { type Curve, curvesOfOpenSessions, readCurve } from './sessions/curves.ts';
import { endedEnergyByStation } from './sessions/ended-energy.ts';
import {
  ownerOfTransaction,
  sessionById,
  sessionByTransaction,
  sessionsByStartKey,
} from './sessions/find-session.ts';
import {
  eachSession,
  listSessions,
  type SessionListRequest,
  type SessionPage,
} from './sessions/list-sessions.ts';
import { latestSamples, samplesOfOpenSessions, signedSamples } from './sessions/samples.ts';
import type { SessionFilter } from './sessions/session-filter.ts';
import {
  countSessions,
  type DaySummary,
  daySummary,
  type Period,
  type SessionTotals,
  sessionTotals,
} from './sessions/session-totals.ts';
import { listStrays, type StrayFilter } from './sessions/strays.ts';
import type { Query } from './sqlite/kysely-dialect.ts';
import { type CommandFilter, commandById, listCommands } from './stations/commands.ts';
import { type ConfigurationChangeFilter, listConfigurationChanges } from './stations/configurations.ts';
import { listReservations } from './stations/reservations.ts';
import { listStationDocuments } from './stations/station-documents.ts';
import { listUploads, uploadById } from './stations/uploads.ts';
import { duePrices } from './tariffs/due-prices.ts';
import { type HeldPrice, type HeldRequest, heldPrices } from './tariffs/held-prices.ts';
import { type RatedRequest, type RatedSession, ratedSessions } from './tariffs/rated-sessions.ts';
import { type RatingRecord, ratingRecords } from './tariffs/rating-records.ts';
import { sessionCosts, sessionPrices, sessionTerms, sessionUses } from './tariffs/session-prices.ts';
import { freeEnergyUsed, type RevenueRequest, type RevenueSum, revenueOf } from './tariffs/session-sums.ts';
import type { SessionCostRow } from './tariffs/tariff-tables.ts';

/** Everything that can be asked of the store. What was not committed yet is not seen. */
export interface Reads {
  listSessions(request: SessionListRequest): Promise<SessionPage>;
  countSessions(filter: SessionFilter): Promise<number>;
  totals(filter: SessionFilter): Promise<SessionTotals>;
  /** Pages, oldest session first. */
  eachSession(filter: SessionFilter): AsyncIterable<readonly Session[]>;
  session(id: SessionId): Promise<Session | null>;
  /** Null as well when the transaction belongs to another station. */
  sessionByTransaction(station: StationId, transaction: TransactionId): Promise<Session | null>;
  ownerOfTransaction(transaction: TransactionId): Promise<StationId | null>;
  sessionByStartKey(key: string): Promise<Session | null>;
  curve(session: SessionId): Promise<readonly CurvePoint[] | null>;
  /** As far as they were saved while the sessions ran. */
  curvesOfOpenSessions(): AsyncIterable<readonly Curve[]>;
  /** What came after that, in the order of arrival, chunk by chunk. */
  samplesOfOpenSessions(): AsyncIterable<readonly Sample[]>;
  daySummary(period: Period): Promise<DaySummary>;
  /** In Wh, of the sessions that began at or after a moment and have ended. */
  endedEnergyByStation(from: Instant): Promise<ReadonlyMap<StationId, number>>;
  listStrays(filter: StrayFilter): Promise<readonly Stray[]>;
  listDrivers(request: DriverListRequest): Promise<AccessPage<Driver>>;
  listVehicles(request: VehicleListRequest): Promise<AccessPage<Vehicle>>;
  listCards(request: CardListRequest): Promise<AccessPage<Card>>;
  use(request: UseRequest): Promise<ReadonlyMap<number | string, Use>>;
  lastHeld(uids: readonly CardUid[]): Promise<ReadonlyMap<string, Instant>>;
  listLog(filter: LogFilter): Promise<readonly StoredLogEntry[]>;
  logEntry(id: number): Promise<StoredLogEntry | null>;
  /** What was added later to some entries, oldest first. */
  supplementsOf(entries: readonly number[]): Promise<readonly StoredLogEntry[]>;
  /** Everybody who stands in the logbook by name; null asks for those of every node. */
  logActors(tenants: readonly TenantId[] | null): Promise<readonly string[]>;
  /** As the chain seals them, oldest first; of every node. */
  sealedEntries(from: { readonly after: number; readonly limit: number }): Promise<readonly FoundEntry[]>;
  /** Newest first; null asks for those of all stations. */
  acceptanceRuns(station: StationId | null): Promise<readonly AcceptanceRun[]>;
  acceptanceRun(id: number): Promise<AcceptanceRun | null>;
  lastHeldCard(station: StationId): Promise<HeldCard | null>;
  /** Newest first. */
  latestSamples(session: SessionId, limit: number): Promise<readonly Sample[]>;
  /** Those that hold something signed, in the order of arrival. */
  signedSamples(session: SessionId): Promise<readonly Sample[]>;
  /** Those of these marks that have been sold. */
  soldReadings(marks: readonly string[]): Promise<readonly SoldReading[]>;
  heldCards(filter: HeldCardFilter): Promise<readonly HeldCard[]>;
  /** Of each number at each station, as far as that is remembered; null asks for all stations. */
  latestHoldings(station: StationId | null): Promise<readonly HeldCard[]>;
  listCommands(filter: CommandFilter): Promise<readonly Command[]>;
  command(id: CommandId): Promise<Command | null>;
  listReservations(station: StationId, limit: number): Promise<readonly Reservation[]>;
  listUploads(filter: { readonly stationId?: StationId; readonly limit: number }): Promise<readonly Upload[]>;
  upload(id: number): Promise<Upload | null>;
  /** Newest first, without the removed ones. */
  listStationDocuments(station: StationId): Promise<readonly StationDocument[]>;
  listConfigurationChanges(filter: ConfigurationChangeFilter): Promise<readonly ConfigurationChange[]>;
  signIn(tokenHash: string): Promise<SignIn | null>;
  /** The latest first; expired ones too. */
  signInsOf(person: PersonId): Promise<readonly SignIn[]>;
  clientsLastUsed(): Promise<ReadonlyMap<ClientId, Instant>>;
  /** Newest first. */
  listApiRequests(filter: ApiRequestFilter): Promise<readonly StoredApiRequest[]>;
  idempotency(keyHash: string): Promise<IdempotencyRecord | null>;
  /** Newest first. */
  listDeliveries(filter: DeliveryFilter): Promise<readonly Delivery[]>;
  delivery(id: number): Promise<Delivery | null>;
  nextDelivery(webhookId: number): Promise<Delivery | null>;
  waitingDeliveries(): Promise<ReadonlyMap<number, number>>;
  listImports(filter: ImportFilter): Promise<readonly ImportRun[]>;
  import(id: number): Promise<ImportRun | null>;
  importRows(id: number): Promise<readonly ImportRow[]>;
  /** Of one kind, the latest used first. */
  importProfiles(kind: ImportKind): Promise<readonly ImportProfile[]>;
  /** Null where nobody paid for it when it began. */
  sessionTerms(session: SessionId): Promise<SessionTerms | null>;
  /** What its connector did, in order of time. */
  sessionUses(session: SessionId): Promise<readonly SessionUse[]>;
  /** The first one first. */
  sessionPrices(session: SessionId): Promise<readonly SessionPrice[]>;
  /** Those whose price waits for a person, the latest first. */
  duePrices(limit: number): Promise<readonly SessionId[]>;
  /** And what for; of the latest, the one that began first is the first. */
  heldPrices(request: HeldRequest): Promise<readonly HeldPrice[]>;
  sessionCosts(sessions: readonly SessionId[]): Promise<ReadonlyMap<SessionId, SessionCostRow>>;
  freeEnergyUsed(
    payer: Payer,
    within: { readonly from: Instant; readonly to: Instant; readonly except: SessionId },
  ): Promise<MilliwattHours>;
  revenue(request: RevenueRequest): Promise<readonly RevenueSum[]>;
  ratedSessions(request: RatedRequest): AsyncIterable<readonly RatedSession[]>;
  ratingRecords(sessions: readonly SessionId[]): Promise<readonly RatingRecord[]>;
  journal(filter: JournalFilter): Promise<readonly StoredFrame[]>;
  lastHeard(station: StationId): Promise<Instant | null>;
  replayFrames(): AsyncIterable<JournalFrame>;
}

/** `lists` answers what somebody waits for; `reports` may be busy for seconds without anybody noticing. */
export function readsOver(lists: Query, reports: Query): Reads {
  return {
    listSessions: (request) => listSessions(lists, request),
    countSessions: (filter) => countSessions(reports, filter),
    totals: (filter) => sessionTotals(reports, filter),
    eachSession: (filter) => eachSession(reports, filter),
    session: (id) => sessionById(lists, id),
    sessionByTransaction: (station, transaction) => sessionByTransaction(lists, station, transaction),
    ownerOfTransaction: (transaction) => ownerOfTransaction(lists, transaction),
    sessionByStartKey: gatherLookups((keys) => sessionsByStartKey(lists, keys)),
    curve: (session) => readCurve(lists, session),
    curvesOfOpenSessions: () => curvesOfOpenSessions(reports),
    samplesOfOpenSessions: () => samplesOfOpenSessions(reports),
    daySummary: (period) => daySummary(lists, period),
    endedEnergyByStation: (from) => endedEnergyByStation(lists, from),
    listStrays: (filter) => listStrays(lists, filter),
    listDrivers: (request) => listDrivers(lists, request),
    listVehicles: (request) => listVehicles(lists, request),
    listCards: (request) => listCards(lists, request),
    use: (request) => readUse(lists, request),
    lastHeld: (uids) => readLastHeld(lists, uids),
    listLog: (filter) => listLog(lists, filter),
    logEntry: (id) => logEntryById(lists, id),
    supplementsOf: (entries) => supplementsOf(lists, entries),
    logActors: (tenants) => logActors(reports, tenants),
    sealedEntries: (from) => sealedEntries(reports, from),
    acceptanceRuns: (station) => listAcceptanceRuns(lists, station),
    acceptanceRun: (id) => acceptanceRunById(lists, id),
    lastHeldCard: (station) => lastHeldCard(lists, station),
    latestSamples: (session, limit) => latestSamples(lists, session, limit),
    signedSamples: (session) => signedSamples(lists, session),
    soldReadings: (marks) => soldReadings(lists, marks),
    heldCards: (filter) => listHeldCards(lists, filter),
    latestHoldings: (station) => listLatestHoldings(lists, station),
    listCommands: (filter) => listCommands(lists, filter),
    command: (id) => commandById(lists, id),
    listReservations: (station, limit) => listReservations(lists, station, limit),
    listUploads: (filter) => listUploads(lists, filter),
    upload: (id) => uploadById(lists, id),
    listStationDocuments: (station) => listStationDocuments(lists, station),
    listConfigurationChanges: (filter) => listConfigurationChanges(lists, filter),
    signIn: (tokenHash) => readSignIn(lists, tokenHash),
    signInsOf: (person) => readSignInsOf(lists, person),
    clientsLastUsed: () => clientsLastUsed(lists),
    listApiRequests: (filter) => listApiRequests(lists, filter),
    idempotency: (keyHash) => readIdempotency(lists, keyHash),
    listDeliveries: (filter) => listDeliveries(lists, filter),
    delivery: (id) => deliveryById(lists, id),
    nextDelivery: (webhookId) => nextDelivery(lists, webhookId),
    waitingDeliveries: () => waitingDeliveries(lists),
    listImports: (filter) => listImports(lists, filter),
    import: (id) => importById(lists, id),
    importRows: (id) => importRows(reports, id),
    importProfiles: (kind) => importProfiles(lists, kind),
    sessionTerms: (session) => sessionTerms(lists, session),
    sessionUses: (session) => sessionUses(lists, session),
    sessionPrices: (session) => sessionPrices(lists, session),
    duePrices: (limit) => duePrices(lists, limit),
    heldPrices: (request) => heldPrices(lists, request),
    sessionCosts: (sessions) => sessionCosts(lists, sessions),
    freeEnergyUsed: (payer, within) => freeEnergyUsed(lists, payer, within),
    revenue: (request) => revenueOf(reports, request),
    ratedSessions: (request) => ratedSessions(reports, request),
    ratingRecords: (sessions) => ratingRecords(lists, sessions),
    journal: (filter) => listJournal(lists, filter),
    lastHeard: (station) => lastHeard(lists, station),
    replayFrames: () => replayFrames(reports),
  };
}
