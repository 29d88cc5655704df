import type { CardUid } from '#core/access/card-uid.ts';
import type { Change } from '#core/changes.ts';
import { type AcceptanceRun, isHeldOffline } from '#core/commissioning/acceptance-run.ts';
import type { Person } from '#core/people/person.ts';
import type { OwnRole } from '#core/people/role.ts';
import { noSignInYet, type SignInHistory } from '#core/people/sign-in-history.ts';
import type { Authority, KeyAlgorithm, ServerCertificate } from '#core/security/authority.ts';
import type { StationCertificate } from '#core/security/station-certificate.ts';
import { noSecurityYet, type StationSecurity, withoutAnswers } from '#core/security/station-security.ts';
import type { SiteSettings } from '#core/settings/site.ts';
import type { SiteAddress, StationDoor } from '#core/settings/site-address.ts';
import type { CommandId, ConnectorId, PersonId, StationId, TenantId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Command } from '#core/stations/command.ts';
import type { StationConfiguration } from '#core/stations/configuration.ts';
import type { ConfigurationTemplate } from '#core/stations/configuration-template.ts';
import type { Connector } from '#core/stations/connector.ts';
import type { LocalList } from '#core/stations/local-list.ts';
import type { Passport } from '#core/stations/passport.ts';
import type { Reservation } from '#core/stations/reservation.ts';
import type { Station } from '#core/stations/station.ts';
import type { StationDocument } from '#core/stations/station-document.ts';
import type { StationLimits } from '#core/stations/station-limits.ts';
import type { Upload } from '#core/stations/upload.ts';
import type { BriefPlug } from '#core/stations/why/brief-plug.ts';
import { isTariffChange } from '#core/tariffs/tariff-change.ts';
import { ROOT_TENANT, type Tenant } from '#core/tenants/tenant.ts';
import type { SavedSite } from '#store/load-site.ts';
import type { AcceptedCard } from './accepted-card.ts';
import { AccessShelf } from './access-shelf.ts';
import { applyCommand } from './apply-command.ts';
import { applyRecord } from './apply-record.ts';
import { byId } from './by-id.ts';
import { ErpShelf } from './erp-shelf.ts';
import { MeterKeyShelf } from './meter-key-shelf.ts';
import { PriceShelf } from './price-shelf.ts';
import { type RemoteStart, rememberRemoteStart } from './remote-starts.ts';
import { SessionShelf } from './session-shelf.ts';
import { UndoLog } from './undo-log.ts';
import { createWaitingStops, type WaitingStops } from './waiting-stops.ts';

type Numbered = keyof SavedSite['next'];

/**
 * What the site knows right now, in memory: the facts that every decision is made on. Only `SiteDesk`
 * changes it, one decision after the other; it runs at most two batches ahead of the disk and is taken
 * back if the batch cannot be kept (ADR 3).
 */
export class LiveSite {
  settings: SiteSettings | null;
  readonly access: AccessShelf;
  readonly erp: ErpShelf;
  readonly prices: PriceShelf;
  /** The root is always there; the removed ones are here, too. */
  readonly tenants: Map<TenantId, Tenant>;
  readonly roles: Map<number, OwnRole>;
  readonly people: Map<PersonId, Person>;
  readonly signInHistories: Map<PersonId, SignInHistory>;
  readonly stations: Map<StationId, Station>;
  /** Oldest first; the newest signs. */
  readonly authorities: Map<string, Authority>;
  readonly serverCertificates: Map<KeyAlgorithm, ServerCertificate>;
  readonly stationCertificates: Map<string, StationCertificate>;
  readonly stationSecurity: Map<StationId, StationSecurity>;
  readonly connectors = new Map<StationId, Map<ConnectorId, Connector>>();
  readonly commands = new Map<CommandId, Command>();
  readonly configurations: Map<StationId, StationConfiguration>;
  readonly meterKeys: MeterKeyShelf;
  /** The removed ones too. */
  readonly templates: Map<number, ConfigurationTemplate>;
  /** What is known of makes; `behaviourOf` says what follows for a station. */
  readonly passports: readonly Passport[];
  readonly sessions: SessionShelf;
  readonly localLists: Map<StationId, LocalList>;
  readonly limits: Map<StationId, StationLimits>;
  /** Reservations that keep a connector free, by their number. */
  readonly reservations: Map<number, Reservation>;
  readonly waitingStops: WaitingStops;
  /** Files that may still come, by the number of their upload. */
  readonly uploads: Map<number, Upload>;
  /** The removed ones too. */
  readonly documents: Map<number, StationDocument>;
  /** Card numbers made up for remote starts without a card, and the station each was made for. */
  readonly remoteStarts = new Map<CardUid, RemoteStart>();
  /** Latest starts of stations that nobody had ordered; gone with a restart. */
  readonly boots = new Map<StationId, readonly Instant[]>();
  /** Cards accepted at a station that have not started a session yet; gone with a restart. */
  readonly acceptedCards = new Map<StationId, AcceptedCard>();
  /** Those that go on, by their number. */
  readonly acceptanceRuns: Map<number, AcceptanceRun>;
  /** The address that people entered in their stations. */
  siteAddress: SiteAddress | null;
  /** By which address each station last came. */
  readonly stationDoors: Map<StationId, StationDoor>;
  /** Plugs that were in for a moment only, by station and connector; gone with a restart. */
  readonly briefPlugs = new Map<string, BriefPlug>();
  /** Hash of the latest entry of the logbook; null before the first that has one. */
  logbookHead: string | null;
  readonly #next: Record<Numbered, number>;
  readonly #testToolForced: boolean;

  constructor(saved: SavedSite, passports: readonly Passport[] = [], testToolForced = false) {
    this.passports = passports;
    this.#testToolForced = testToolForced;
    this.settings = saved.settings;
    this.access = new AccessShelf(saved);
    this.erp = new ErpShelf(saved);
    this.prices = new PriceShelf(saved);
    this.tenants = byId(saved.tenants);
    this.roles = byId(saved.roles);
    this.people = byId(saved.people);
    this.signInHistories = new Map(saved.signInHistories.map((one) => [one.personId, one]));
    this.stations = byId(saved.stations);
    this.configurations = new Map(saved.configurations.map((one) => [one.stationId, one]));
    this.meterKeys = new MeterKeyShelf(saved.meterKeys);
    this.templates = byId(saved.templates);
    this.authorities = new Map(saved.authorities.map((one) => [one.serial, one]));
    this.serverCertificates = new Map(saved.serverCertificates.map((one) => [one.algorithm, one]));
    this.stationCertificates = new Map(saved.stationCertificates.map((one) => [one.serial, one]));
    this.stationSecurity = new Map(saved.stationSecurity.map((one) => [one.stationId, withoutAnswers(one)]));
    this.localLists = new Map(saved.localLists.map((list) => [list.stationId, list]));
    this.limits = new Map(saved.limits.map((limits) => [limits.stationId, limits]));
    this.reservations = new Map(saved.heldReservations.map((held) => [held.id, held]));
    this.waitingStops = createWaitingStops(saved.waitingStops);
    this.uploads = new Map(saved.awaitedUploads.map((upload) => [upload.id, upload]));
    this.documents = byId(saved.documents);
    for (const connector of saved.connectors)
      this.#connectorsOf(connector.stationId).set(connector.connectorId, connector);
    for (const command of saved.openCommands) {
      this.commands.set(command.id, command);
      rememberRemoteStart(this.remoteStarts, command, new UndoLog());
    }
    this.acceptanceRuns = new Map(saved.openAcceptanceRuns.map((run) => [run.id, run]));
    this.siteAddress = saved.siteAddress;
    this.stationDoors = new Map(saved.stationDoors.map((door) => [door.stationId, door]));
    this.sessions = new SessionShelf(saved.openSessions, saved.lastEndedSessions);
    this.logbookHead = saved.logbookHead;
    this.#next = { ...saved.next };
  }

  /** The node above all others. */
  get root(): Tenant {
    const root = this.tenants.get(ROOT_TENANT);
    if (root === undefined) throw new Error('The tenant tree has no root');
    return root;
  }

  /** What a station has to prove, besides its credential. */
  securityOf(station: StationId): StationSecurity {
    return this.stationSecurity.get(station) ?? noSecurityYet(station);
  }

  signInHistoryOf(person: PersonId): SignInHistory {
    return this.signInHistories.get(person) ?? noSignInYet(person);
  }

  connector(station: StationId, connector: ConnectorId): Connector | null {
    return this.connectors.get(station)?.get(connector) ?? null;
  }

  connectorsOf(station: StationId): readonly Connector[] {
    return [...(this.connectors.get(station)?.values() ?? [])];
  }

  reservationsOf(station: StationId): readonly Reservation[] {
    if (this.reservations.size === 0) return [];
    return [...this.reservations.values()].filter((held) => held.stationId === station);
  }

  openCommandsOf(station: StationId): readonly Command[] {
    return [...this.commands.values()].filter((command) => command.stationId === station);
  }

  /** Whether stations are left alone unless a person asks something of them. */
  get isTestTool(): boolean {
    return this.#testToolForced || this.settings?.testToolMode === true;
  }

  /** The settings of a site that has been set up; asking earlier is a bug. */
  get site(): SiteSettings {
    if (this.settings === null) throw new Error('The site has not been set up');
    return this.settings;
  }

  /** The acceptance run that goes on at a station. */
  acceptanceRunAt(station: StationId): AcceptanceRun | null {
    for (const run of this.acceptanceRuns.values()) if (run.stationId === station) return run;
    return null;
  }

  /** Whether a station is kept off the line on purpose, to see what it does alone. */
  isHeldOffline(station: StationId, now: Instant): boolean {
    const run = this.acceptanceRunAt(station);
    return run !== null && isHeldOffline(run, now);
  }

  /** A number never given before. One that a failed decision took is lost, not given again. */
  nextId(of: Numbered): number {
    const id = this.#next[of];
    this.#next[of] = id + 1;
    return id;
  }

  /** Puts changes into effect; `undo` learns how to take them back. */
  apply(changes: readonly Change[], undo: UndoLog): void {
    for (const change of changes) this.#applyOne(change, undo);
  }

  /** The store has these changes now. */
  stored(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind === 'save-session') this.sessions.stored(change.session);
      else if (change.kind === 'save-delivery') this.erp.stored(change);
    }
  }

  #applyOne(change: Change, undo: UndoLog): void {
    this.access.revise(change, undo);
    if (isTariffChange(change)) {
      this.prices.apply(change, undo);
      return;
    }
    switch (change.kind) {
      case 'save-station':
        undo.set(this.stations, change.station.id, change.station);
        break;
      case 'save-connector': {
        const { stationId, connectorId } = change.connector;
        undo.set(this.#connectorsOf(stationId), connectorId, change.connector);
        break;
      }
      case 'save-card':
        this.access.putCard(change.card, undo);
        break;
      case 'save-command':
        applyCommand(this, change.command, undo);
        break;
      case 'add-session':
      case 'save-session':
        this.sessions.put(change.session, undo);
        break;
      case 'add-samples':
        this.sessions.addSamples(change.samples, undo);
        break;
      case 'save-curve':
        this.sessions.putCurve(change.sessionId, change.points, undo);
        break;
      case 'add-stray':
      case 'save-stray':
        this.waitingStops.put(change.stray, undo);
        break;
      case 'save-client':
      case 'save-issuer':
      case 'save-signing-key':
      case 'remove-signing-key':
      case 'revoke-token':
      case 'forget-revoked-token':
      case 'add-api-request':
      case 'save-idempotency':
      case 'forget-idempotency':
      case 'save-webhook':
      case 'save-delivery':
        this.erp.apply(change, undo);
        break;
      // What lives only in the store.
      case 'progress-saved':
      case 'journal':
      case 'add-log-entry':
      case 'add-sold-readings':
      case 'save-import':
      case 'add-import-rows':
      case 'save-import-profile':
      case 'card-held':
      case 'add-configuration-change':
      case 'add-sign-in':
      case 'remove-sign-in':
      case 'sign-in-seen':
        break;
      default:
        applyRecord(this, change, undo);
    }
  }

  #connectorsOf(station: StationId): Map<ConnectorId, Connector> {
    const known = this.connectors.get(station);
    if (known !== undefined) return known;
    const made = new Map<ConnectorId, Connector>();
    this.connectors.set(station, made);
    return made;
  }
}
