import type { AccessRule } from '#core/access/access-rule.ts';
import type { Assignment } from '#core/access/assignment.ts';
import type { Card } from '#core/access/card.ts';
import type { Driver } from '#core/access/driver.ts';
import type { Group } from '#core/access/group.ts';
import type { Vehicle } from '#core/access/vehicle.ts';
import type { AcceptanceRun } from '#core/commissioning/acceptance-run.ts';
import type { MeterKeys } from '#core/eichrecht/meter-keys.ts';
import type { ApiClient } from '#core/erp/client.ts';
import type { RevokedToken } from '#core/erp/erp-change.ts';
import type { SigningKey } from '#core/erp/signing-key.ts';
import type { TrustedIssuer } from '#core/erp/trusted-issuer.ts';
import type { Webhook } from '#core/erp/webhook.ts';
import type { Person } from '#core/people/person.ts';
import type { OwnRole } from '#core/people/role.ts';
import type { SignInHistory } from '#core/people/sign-in-history.ts';
import type { Authority, ServerCertificate } from '#core/security/authority.ts';
import type { StationCertificate } from '#core/security/station-certificate.ts';
import type { StationSecurity } from '#core/security/station-security.ts';
import type { Session } from '#core/sessions/session.ts';
import type { Stray } from '#core/sessions/stray.ts';
import type { SiteSettings } from '#core/settings/site.ts';
import type { SiteAddress, StationDoor } from '#core/settings/site-address.ts';
import {
  type CardId,
  type CommandId,
  cardId,
  commandId,
  type PersonId,
  personId,
  type SessionId,
  sessionId,
  type TransactionId,
  transactionId,
} from '#core/shared/ids.ts';
import type { Command } from '#core/stations/command.ts';
import type { StationConfiguration } from '#core/stations/configuration.ts';
import type { ConfigurationTemplate } from '#core/stations/configuration-template.ts';
import type { Connector } from '#core/stations/connector.ts';
import type { LocalList } from '#core/stations/local-list.ts';
import type { Reservation } from '#core/stations/reservation.ts';
import type { Station } from '#core/stations/station.ts';
import type { StationDocument } from '#core/stations/station-document.ts';
import type { StationLimits } from '#core/stations/station-limits.ts';
import type { Upload } from '#core/stations/upload.ts';
import type { SessionUse } from '#core/tariffs/connector-use.ts';
import type { SessionTerms } from '#core/tariffs/session-terms.ts';
import type { TariffRecord } from '#core/tariffs/tariff-record.ts';
import type { TariffRule } from '#core/tariffs/tariff-rule.ts';
import type { TariffVersion } from '#core/tariffs/tariff-version.ts';
import type { Tenant } from '#core/tenants/tenant.ts';
import { readAccessRules } from './access/access-rules.ts';
import { readAssignments } from './access/assignments.ts';
import { readCards } from './access/cards.ts';
import { readDrivers } from './access/drivers.ts';
import { readGroups } from './access/groups.ts';
import { readVehicles } from './access/vehicles.ts';
import { readOpenAcceptanceRuns } from './commissioning/acceptance-runs.ts';
import { readMeterKeys } from './eichrecht/meter-keys.ts';
import { readClients } from './erp/clients.ts';
import { waitingDeliveries } from './erp/deliveries.ts';
import { readIssuers } from './erp/issuers.ts';
import { readRevokedTokens, readSigningKeys } from './erp/signing-keys.ts';
import { readWebhooks } from './erp/webhooks.ts';
import { readLogbookHead } from './logbook/sealed-entries.ts';
import { readOwnRoles } from './people/own-roles.ts';
import { readPeople } from './people/people.ts';
import { readSignInHistories } from './people/sign-in-histories.ts';
import { readAuthorities, readServerCertificates } from './security/authorities.ts';
import { readStationCertificates, readStationSecurity } from './security/station-security.ts';
import { openSessions } from './sessions/find-session.ts';
import { lastEndedSessions } from './sessions/last-sessions.ts';
import { waitingStops } from './sessions/strays.ts';
import { readSiteAddress, readStationDoors } from './settings/addresses.ts';
import { readSettings } from './settings/site-settings.ts';
import type { Query } from './sqlite/kysely-dialect.ts';
import { readOpenCommands } from './stations/commands.ts';
import { readTemplates } from './stations/configuration-templates.ts';
import { readConfigurations } from './stations/configurations.ts';
import { readConnectors } from './stations/connectors.ts';
import { readLocalLists } from './stations/local-lists.ts';
import { readHeldReservations } from './stations/reservations.ts';
import { readStationDocuments } from './stations/station-documents.ts';
import { readStationLimits } from './stations/station-limits.ts';
import { readStations } from './stations/stations.ts';
import { readAwaitedUploads } from './stations/uploads.ts';
import type { Tables } from './tables.ts';
import { unpricedTerms, unpricedUses } from './tariffs/session-prices.ts';
import { readTariffRules, readTariffs, readTariffVersions } from './tariffs/tariffs.ts';
import { readTenants } from './tenants/tenants.ts';

/** What the live site holds in memory from its start on. */
export interface SavedSite {
  /** Null until the first set-up is done. */
  readonly settings: SiteSettings | null;
  /** The root is always there; the removed ones too, of these and the following. */
  readonly tenants: readonly Tenant[];
  readonly roles: readonly OwnRole[];
  readonly groups: readonly Group[];
  readonly rules: readonly AccessRule[];
  readonly drivers: readonly Driver[];
  readonly vehicles: readonly Vehicle[];
  readonly assignments: readonly Assignment[];
  readonly people: readonly Person[];
  readonly signInHistories: readonly SignInHistory[];
  readonly clients: readonly ApiClient[];
  readonly issuers: readonly TrustedIssuer[];
  readonly signingKeys: readonly SigningKey[];
  readonly revokedTokens: readonly RevokedToken[];
  readonly webhooks: readonly Webhook[];
  /** Webhooks for which deliveries wait. */
  readonly webhooksAwaited: readonly number[];
  /** The retired ones too. */
  readonly stations: readonly Station[];
  readonly authorities: readonly Authority[];
  readonly serverCertificates: readonly ServerCertificate[];
  readonly stationCertificates: readonly StationCertificate[];
  readonly stationSecurity: readonly StationSecurity[];
  readonly connectors: readonly Connector[];
  /** The removed ones too. */
  readonly cards: readonly Card[];
  readonly openCommands: readonly Command[];
  readonly openAcceptanceRuns: readonly AcceptanceRun[];
  /** Null until the computer was first seen in a network. */
  readonly siteAddress: SiteAddress | null;
  readonly stationDoors: readonly StationDoor[];
  readonly localLists: readonly LocalList[];
  readonly limits: readonly StationLimits[];
  readonly heldReservations: readonly Reservation[];
  /** Stops that fit no session and that nobody has dismissed, oldest first. */
  readonly waitingStops: readonly Stray[];
  readonly awaitedUploads: readonly Upload[];
  /** The removed ones too. */
  readonly documents: readonly StationDocument[];
  readonly configurations: readonly StationConfiguration[];
  /** The removed ones too. */
  readonly templates: readonly ConfigurationTemplate[];
  /** The removed ones, and withdrawn versions, too. */
  readonly tariffs: readonly TariffRecord[];
  readonly tariffVersions: readonly TariffVersion[];
  /** The ended ones too. */
  readonly tariffRules: readonly TariffRule[];
  /** Of sessions that were not priced yet, whether they still run or not. */
  readonly unpricedTerms: readonly SessionTerms[];
  readonly unpricedUses: readonly SessionUse[];
  readonly meterKeys: readonly MeterKeys[];
  readonly openSessions: readonly Session[];
  /** At most one for each connector. */
  readonly lastEndedSessions: readonly Session[];
  /** Hash of the latest entry of the logbook; null where none has one. */
  readonly logbookHead: string | null;
  readonly next: NextIds;
}

/** The first numbers that were never given away. */
export interface NextIds {
  readonly session: SessionId;
  readonly transaction: TransactionId;
  readonly command: CommandId;
  /** By which stations know what we ask: reservations, logs, firmware, profiles. */
  readonly request: number;
  readonly card: CardId;
  readonly person: PersonId;
  readonly tenant: number;
  readonly role: number;
  readonly group: number;
  readonly rule: number;
  readonly driver: number;
  readonly vehicle: number;
  readonly assignment: number;
  readonly issuer: number;
  readonly webhook: number;
  readonly delivery: number;
  readonly stray: number;
  readonly acceptance: number;
  readonly template: number;
  readonly document: number;
  readonly import: number;
  readonly tariff: number;
  readonly tariffRule: number;
}

export async function loadSite(query: Query): Promise<SavedSite> {
  const connectors = await readConnectors(query);
  return {
    settings: await readSettings(query),
    tenants: await readTenants(query),
    roles: await readOwnRoles(query),
    groups: await readGroups(query),
    rules: await readAccessRules(query),
    drivers: await readDrivers(query),
    vehicles: await readVehicles(query),
    assignments: await readAssignments(query),
    people: await readPeople(query),
    signInHistories: await readSignInHistories(query),
    clients: await readClients(query),
    issuers: await readIssuers(query),
    signingKeys: await readSigningKeys(query),
    revokedTokens: await readRevokedTokens(query),
    webhooks: await readWebhooks(query),
    webhooksAwaited: [...(await waitingDeliveries(query)).keys()],
    stations: await readStations(query),
    authorities: await readAuthorities(query),
    serverCertificates: await readServerCertificates(query),
    stationCertificates: await readStationCertificates(query),
    stationSecurity: await readStationSecurity(query),
    connectors,
    cards: await readCards(query),
    openCommands: await readOpenCommands(query),
    openAcceptanceRuns: await readOpenAcceptanceRuns(query),
    siteAddress: await readSiteAddress(query),
    stationDoors: await readStationDoors(query),
    localLists: await readLocalLists(query),
    limits: await readStationLimits(query),
    heldReservations: await readHeldReservations(query),
    waitingStops: await waitingStops(query),
    awaitedUploads: await readAwaitedUploads(query),
    documents: await readStationDocuments(query),
    configurations: await readConfigurations(query),
    templates: await readTemplates(query),
    tariffs: await readTariffs(query),
    tariffVersions: await readTariffVersions(query),
    tariffRules: await readTariffRules(query),
    unpricedTerms: await unpricedTerms(query),
    unpricedUses: await unpricedUses(query),
    meterKeys: await readMeterKeys(query),
    openSessions: await openSessions(query),
    lastEndedSessions: await lastEndedSessions(query, connectors),
    logbookHead: await readLogbookHead(query),
    next: await nextIds(query),
  };
}

async function nextIds(query: Query): Promise<NextIds> {
  const transaction = await query
    .selectFrom('session')
    .select((session) => session.fn.max('transaction_id').as('greatest'))
    .executeTakeFirst();
  return {
    session: sessionId((await greatestId(query, 'session')) + 1),
    transaction: transactionId((transaction?.greatest ?? 0) + 1),
    command: commandId((await greatestId(query, 'command')) + 1),
    // Each order takes at most one of them, so none that was ever given is greater than the number of an order.
    request: (await greatestId(query, 'command')) + 1,
    card: cardId((await greatestId(query, 'card')) + 1),
    person: personId((await greatestId(query, 'person')) + 1),
    tenant: (await greatestId(query, 'tenant')) + 1,
    role: (await greatestId(query, 'own_role')) + 1,
    group: (await greatestId(query, 'access_group')) + 1,
    rule: (await greatestId(query, 'access_rule')) + 1,
    driver: (await greatestId(query, 'driver')) + 1,
    vehicle: (await greatestId(query, 'vehicle')) + 1,
    assignment: (await greatestId(query, 'assignment')) + 1,
    issuer: (await greatestId(query, 'trusted_issuer')) + 1,
    webhook: (await greatestId(query, 'webhook')) + 1,
    delivery: (await greatestId(query, 'webhook_delivery')) + 1,
    stray: (await greatestId(query, 'stray')) + 1,
    acceptance: (await greatestId(query, 'acceptance_run')) + 1,
    template: (await greatestId(query, 'configuration_template')) + 1,
    document: (await greatestId(query, 'station_document')) + 1,
    import: (await greatestId(query, 'import_run')) + 1,
    tariff: (await greatestId(query, 'tariff')) + 1,
    tariffRule: (await greatestId(query, 'tariff_rule')) + 1,
  };
}

type NumberedTable = {
  [T in keyof Tables]: Tables[T] extends { readonly id: number } ? T : never;
}[keyof Tables];

async function greatestId(query: Query, table: NumberedTable): Promise<number> {
  const row = await query
    .selectFrom(table)
    .select((rows) => rows.fn.max('id').as('greatest'))
    .executeTakeFirst();
  return row?.greatest ?? 0;
}
