import type { Change } from '#core/changes.ts';
import { assertNever } from '#core/shared/assert-never.ts';
import { isTariffChange } from '#core/tariffs/tariff-change.ts';
import { accessRuleWrite } from './access/access-rules.ts';
import { assignmentWrite } from './access/assignments.ts';
import { cardWrite } from './access/cards.ts';
import { driverWrite } from './access/drivers.ts';
import { groupWrite } from './access/groups.ts';
import { heldCardWrite } from './access/held-cards.ts';
import { vehicleWrite } from './access/vehicles.ts';
import { acceptanceRunWrite } from './commissioning/acceptance-runs.ts';
import { meterKeysWrite } from './eichrecht/meter-keys.ts';
import { soldReadingWrite } from './eichrecht/sold-readings.ts';
import { ERP_WRITES, erpRowsFor } from './erp/erp-rows.ts';
import { importProfileWrite, importRowWrite, importWrite } from './imports/import-writes.ts';
import { logEntryWrite } from './logbook/log-entries.ts';
import { ownRoleWrite } from './people/own-roles.ts';
import { personWrite } from './people/people.ts';
import { signInHistoryWrite } from './people/sign-in-histories.ts';
import { signInRemoval, signInSeenWrite, signInWrite } from './people/sign-ins.ts';
import { authorityWrite, serverCertificateWrite } from './security/authorities.ts';
import {
  stationCertificateRemoval,
  stationCertificateWrite,
  stationSecurityWrite,
} from './security/station-security.ts';
import { curveWrite } from './sessions/curves.ts';
import { sampleWrite } from './sessions/samples.ts';
import { progressMark, sessionInsert, sessionWrite } from './sessions/save-sessions.ts';
import { strayInsert, strayWrite } from './sessions/strays.ts';
import { siteAddressWrite, stationDoorWrite } from './settings/addresses.ts';
import { settingsWrite } from './settings/site-settings.ts';
import type { TravelingRow } from './sqlite/table-write.ts';
import { commandWrite } from './stations/commands.ts';
import { templateWrite } from './stations/configuration-templates.ts';
import { configurationChangeInsert, configurationWrite } from './stations/configurations.ts';
import { connectorWrite } from './stations/connectors.ts';
import { localListWrite } from './stations/local-lists.ts';
import { reservationWrite } from './stations/reservations.ts';
import { stationDocumentWrite } from './stations/station-documents.ts';
import { stationLimitsWrite } from './stations/station-limits.ts';
import { stationWrite } from './stations/stations.ts';
import { uploadWrite } from './stations/uploads.ts';
import { settledPriceWrite } from './tariffs/due-prices.ts';
import { TARIFF_WRITES, tariffRowsFor } from './tariffs/tariff-rows.ts';
import { tenantWrite } from './tenants/tenants.ts';

/** Everything a batch can hold, in the order in which it is written: what others refer to comes first. */
export const WRITES = {
  settings: settingsWrite,
  tenants: tenantWrite,
  roles: ownRoleWrite,
  groups: groupWrite,
  rules: accessRuleWrite,
  drivers: driverWrite,
  vehicles: vehicleWrite,
  people: personWrite,
  sign_ins: signInWrite,
  seen_sign_ins: signInSeenWrite,
  removed_sign_ins: signInRemoval,
  sign_in_histories: signInHistoryWrite,
  stations: stationWrite,
  connectors: connectorWrite,
  authorities: authorityWrite,
  server_certificates: serverCertificateWrite,
  station_certificates: stationCertificateWrite,
  removed_station_certificates: stationCertificateRemoval,
  station_security: stationSecurityWrite,
  cards: cardWrite,
  assignments: assignmentWrite,
  held_cards: heldCardWrite,
  commands: commandWrite,
  acceptance_runs: acceptanceRunWrite,
  site_addresses: siteAddressWrite,
  station_doors: stationDoorWrite,
  local_lists: localListWrite,
  station_limits: stationLimitsWrite,
  reservations: reservationWrite,
  uploads: uploadWrite,
  station_documents: stationDocumentWrite,
  templates: templateWrite,
  configurations: configurationWrite,
  configuration_changes: configurationChangeInsert,
  meter_keys: meterKeysWrite,
  // Before the sessions of the same batch: what becomes known of one in it marks it anew.
  settled_prices: settledPriceWrite,
  new_sessions: sessionInsert,
  sessions: sessionWrite,
  sold_readings: soldReadingWrite,
  curves: curveWrite,
  // Before the samples of the same batch: some of them may have come later than what was saved.
  saved_progress: progressMark,
  new_strays: strayInsert,
  strays: strayWrite,
  samples: sampleWrite,
  imports: importWrite,
  import_rows: importRowWrite,
  import_profiles: importProfileWrite,
  log_entries: logEntryWrite,
  ...ERP_WRITES,
  ...TARIFF_WRITES,
} as const;

export type WriteName = keyof typeof WRITES;

/** In which table a change is written, and as which rows. */
export function rowsFor(
  change: Exclude<Change, { readonly kind: 'journal' }>,
): readonly [WriteName, readonly TravelingRow[]] {
  if (change.kind === 'price-settled') return ['settled_prices', [settledPriceWrite.row(change.sessionId)]];
  if (isTariffChange(change)) return tariffRowsFor(change);
  switch (change.kind) {
    case 'add-samples':
      return ['samples', change.samples.map(sampleWrite.row)];
    case 'save-import':
      return ['imports', [importWrite.row(change.run)]];
    case 'add-import-rows':
      return ['import_rows', change.rows.map(importRowWrite.row)];
    case 'save-import-profile':
      return ['import_profiles', [importProfileWrite.row(change.profile)]];
    case 'add-log-entry':
      return ['log_entries', [logEntryWrite.row({ entry: change.entry, hash: change.hash ?? null })]];
    case 'save-station':
      return ['stations', [stationWrite.row(change.station)]];
    case 'save-authority':
      return ['authorities', [authorityWrite.row(change.authority)]];
    case 'save-server-certificate':
      return ['server_certificates', [serverCertificateWrite.row(change.certificate)]];
    case 'save-station-certificate':
      return ['station_certificates', [stationCertificateWrite.row(change.certificate)]];
    case 'remove-station-certificate':
      return ['removed_station_certificates', [stationCertificateRemoval.row(change.serial)]];
    case 'save-station-security':
      return ['station_security', [stationSecurityWrite.row(change.security)]];
    case 'save-connector':
      return ['connectors', [connectorWrite.row(change.connector)]];
    case 'add-session':
      return ['new_sessions', [sessionInsert.row(change.session)]];
    case 'save-session':
      return ['sessions', [sessionWrite.row(change.session)]];
    case 'save-curve':
      return ['curves', [curveWrite.row(change)]];
    case 'progress-saved':
      return ['saved_progress', [progressMark.row(change.sessionId)]];
    case 'add-stray':
      return ['new_strays', [strayInsert.row(change.stray)]];
    case 'save-stray':
      return ['strays', [strayWrite.row(change.stray)]];
    case 'save-card':
      return ['cards', [cardWrite.row(change.card)]];
    case 'card-held':
      return ['held_cards', [heldCardWrite.row(change.held)]];
    case 'save-command':
      return ['commands', [commandWrite.row(change.command)]];
    case 'save-configuration':
      return ['configurations', [configurationWrite.row(change.configuration)]];
    case 'add-configuration-change':
      return ['configuration_changes', [configurationChangeInsert.row(change.change)]];
    case 'save-template':
      return ['templates', [templateWrite.row(change.template)]];
    case 'save-local-list':
      return ['local_lists', [localListWrite.row(change.list)]];
    case 'save-limits':
      return ['station_limits', [stationLimitsWrite.row(change.limits)]];
    case 'save-reservation':
      return ['reservations', [reservationWrite.row(change.reservation)]];
    case 'save-upload':
      return ['uploads', [uploadWrite.row(change.upload)]];
    case 'save-document':
      return ['station_documents', [stationDocumentWrite.row(change.document)]];
    case 'save-site-address':
      return ['site_addresses', [siteAddressWrite.row(change.address)]];
    case 'save-station-door':
      return ['station_doors', [stationDoorWrite.row(change.door)]];
    case 'save-meter-keys':
      return ['meter_keys', [meterKeysWrite.row(change.keys)]];
    case 'add-sold-readings':
      return ['sold_readings', change.readings.map(soldReadingWrite.row)];
    case 'save-acceptance-run':
      return ['acceptance_runs', [acceptanceRunWrite.row(change.run)]];
    case 'save-settings':
      return ['settings', [settingsWrite.row(change.settings)]];
    case 'save-person':
      return ['people', [personWrite.row(change.person)]];
    case 'save-role':
      return ['roles', [ownRoleWrite.row(change.role)]];
    case 'save-tenant':
      return ['tenants', [tenantWrite.row(change.tenant)]];
    case 'save-group':
      return ['groups', [groupWrite.row(change.group)]];
    case 'save-rule':
      return ['rules', [accessRuleWrite.row(change.rule)]];
    case 'save-driver':
      return ['drivers', [driverWrite.row(change.driver)]];
    case 'save-vehicle':
      return ['vehicles', [vehicleWrite.row(change.vehicle)]];
    case 'save-assignment':
      return ['assignments', [assignmentWrite.row(change.assignment)]];
    case 'add-sign-in':
      return ['sign_ins', [signInWrite.row(change.signIn)]];
    case 'sign-in-seen':
      return ['seen_sign_ins', [signInSeenWrite.row(change)]];
    case 'save-sign-in-history':
      return ['sign_in_histories', [signInHistoryWrite.row(change.history)]];
    case 'remove-sign-in':
      return ['removed_sign_ins', [signInRemoval.row(change.tokenHash)]];
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
      return erpRowsFor(change);
    default:
      return assertNever(change);
  }
}

/** Names the record of which only the last save in a batch needs writing; null where every change counts. */
export function supersededBy(change: Change): string | null {
  switch (change.kind) {
    case 'save-station':
      return `station ${change.station.id}`;
    case 'save-connector':
      return `connector ${change.connector.connectorId} ${change.connector.stationId}`;
    case 'save-configuration':
      return `configuration ${change.configuration.stationId}`;
    case 'save-session':
      return `session ${change.session.id}`;
    case 'save-curve':
      return `curve ${change.sessionId}`;
    default:
      return null;
  }
}
