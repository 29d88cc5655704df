import type { Change } from '#core/changes.ts';
import { assertNever } from '#core/shared/assert-never.ts';
import { accessRuleWrite } from './access/access-rules.ts';
import { assignmentWrite } from './access/assignments.ts';
import { cardWrite } from './access/cards.ts';
import { driverWrite } from './access/drivers.ts';
import { groupWrite } from './access/groups.ts';
import { heldCardWrite } from './access/held-cards.ts';
import { vehicleWrite } from './access/vehicles.ts';
import { acceptanceRunWrite } from './commissioning/acceptance-runs.ts';
import { insertFrames, type PackedFrame, packFrame, packFrames } from './journal/packed-frames.ts';
import { logEntryWrite } from './logbook/log-entries.ts';
import { ownRoleWrite } from './people/own-roles.ts';
import { personWrite } from './people/people.ts';
import { signInRemoval, signInWrite } from './people/sign-ins.ts';
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
import type { Connection, SqlValue } from './sqlite/connection.ts';
import { commandWrite } from './stations/commands.ts';
import { templateWrite } from './stations/configuration-templates.ts';
import { configurationChangeInsert, configurationWrite } from './stations/configurations.ts';
import { connectorWrite } from './stations/connectors.ts';
import { localListWrite } from './stations/local-lists.ts';
import { reservationWrite } from './stations/reservations.ts';
import { stationLimitsWrite } from './stations/station-limits.ts';
import { stationWrite } from './stations/stations.ts';
import { uploadWrite } from './stations/uploads.ts';
import { tenantWrite } from './tenants/tenants.ts';

/** Everything a batch can hold, in the order in which it is written: what others refer to comes first. */
const WRITES = {
  settings: settingsWrite,
  tenants: tenantWrite,
  roles: ownRoleWrite,
  groups: groupWrite,
  rules: accessRuleWrite,
  drivers: driverWrite,
  vehicles: vehicleWrite,
  people: personWrite,
  sign_ins: signInWrite,
  removed_sign_ins: signInRemoval,
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
  templates: templateWrite,
  configurations: configurationWrite,
  configuration_changes: configurationChangeInsert,
  new_sessions: sessionInsert,
  sessions: sessionWrite,
  curves: curveWrite,
  // Before the samples of the same batch: some of them may have come later than what was saved.
  saved_progress: progressMark,
  new_strays: strayInsert,
  strays: strayWrite,
  samples: sampleWrite,
  log_entries: logEntryWrite,
} as const;

type WriteName = keyof typeof WRITES;
type TravelingRow = readonly SqlValue[];

const WRITE_NAMES = Object.keys(WRITES) as WriteName[];

/** What nearly every message is made of, besides its frame. A batch of nothing else looks into no other table. */
const COMMON_NAMES: readonly WriteName[] = ['samples'];

/**
 * A batch is one INSERT into a view whose trigger spreads it over the tables. One statement is atomic by itself
 * and takes one trip to the database's thread; with BEGIN, a statement per table and COMMIT it takes one per step.
 * View and trigger belong to the connection, not to the file.
 */
export async function prepareBatches(connection: Connection): Promise<void> {
  await prepareBatch(connection, 'batch', WRITE_NAMES);
  await prepareBatch(connection, 'common_batch', COMMON_NAMES);
}

async function prepareBatch(
  connection: Connection,
  view: string,
  names: readonly WriteName[],
): Promise<void> {
  const columns = ['frames', 'texts', ...names].map((name) => `NULL AS ${name}`).join(', ');
  const steps = [
    insertFrames('jsonb_each(NEW.frames)', 'NEW.texts'),
    ...names.map((name) => WRITES[name].sql(`jsonb_each(NEW.${name})`)),
  ].join('\n');
  await connection.exec(`
    CREATE TEMP VIEW ${view} AS SELECT ${columns};
    CREATE TEMP TRIGGER write_${view} INSTEAD OF INSERT ON ${view} BEGIN ${steps} END;`);
}

/** A change on its way to the disk. */
export type Parcel = PackedRows | { readonly kind: 'frame'; readonly frame: PackedFrame };

interface PackedRows {
  readonly kind: 'rows';
  readonly table: WriteName;
  /** As JSON, with commas between. */
  readonly rows: string;
  /** Names the record of which only the last save in a batch needs writing; null where every change counts. */
  readonly record: string | null;
}

/** Packs a change as it is now. It is done when a change is decided, while the disk is still busy with others. */
export function pack(change: Change): Parcel {
  if (change.kind === 'journal') return { kind: 'frame', frame: packFrame(change.frame) };
  const [table, rows] = rowsFor(change);
  const text = rows.map((row) => JSON.stringify(row)).join(',');
  return { kind: 'rows', table, rows: text, record: supersededBy(change) };
}

/** How many characters travel to the disk. */
export function weightOf(parcel: Parcel): number {
  return parcel.kind === 'rows' ? parcel.rows.length : parcel.frame.text.length;
}

/** Writes all changes and commits them, or none. Later changes of a record stand over earlier ones. */
export async function writeParcels(connection: Connection, parcels: readonly Parcel[]): Promise<void> {
  const { frames, tables } = sorted(parcels);
  const isCommon = [...tables.keys()].every((name) => COMMON_NAMES.includes(name));
  const names = isCommon ? COMMON_NAMES : WRITE_NAMES;
  const { rows, texts } = packFrames(frames);
  await connection.run(isCommon ? INSERT_COMMON_BATCH : INSERT_BATCH, [
    rows,
    texts,
    ...names.map((name) => `[${tables.get(name)?.join(',') ?? ''}]`),
  ]);
}

const INSERT_BATCH = insertInto('batch', WRITE_NAMES);
const INSERT_COMMON_BATCH = insertInto('common_batch', COMMON_NAMES);

function insertInto(view: string, names: readonly WriteName[]): string {
  return `INSERT INTO ${view} VALUES (?, ?, ${names.map(() => '?').join(', ')})`;
}

interface Sorted {
  readonly frames: readonly PackedFrame[];
  readonly tables: ReadonlyMap<WriteName, readonly string[]>;
}

function sorted(parcels: readonly Parcel[]): Sorted {
  const frames: PackedFrame[] = [];
  const packed: PackedRows[] = [];
  for (const parcel of parcels) {
    if (parcel.kind === 'frame') frames.push(parcel.frame);
    else if (parcel.rows !== '') packed.push(parcel);
  }
  const tables = new Map<WriteName, string[]>();
  for (const { table, rows } of settled(packed)) {
    const known = tables.get(table);
    if (known === undefined) tables.set(table, [rows]);
    else known.push(rows);
  }
  return { frames, tables };
}

function rowsFor(
  change: Exclude<Change, { readonly kind: 'journal' }>,
): readonly [WriteName, readonly TravelingRow[]] {
  switch (change.kind) {
    case 'add-samples':
      return ['samples', change.samples.map(sampleWrite.row)];
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
    case 'save-site-address':
      return ['site_addresses', [siteAddressWrite.row(change.address)]];
    case 'save-station-door':
      return ['station_doors', [stationDoorWrite.row(change.door)]];
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
    case 'remove-sign-in':
      return ['removed_sign_ins', [signInRemoval.row(change.tokenHash)]];
    default:
      return assertNever(change);
  }
}

/**
 * Leaves out a save that a later one of the same record in the batch makes void. Only for records whose unique
 * columns never change; of cards, for one, each save counts, as a number may pass from one card to the next.
 */
function settled(parcels: readonly PackedRows[]): readonly PackedRows[] {
  const last = new Map<string, PackedRows>();
  for (const parcel of parcels) if (parcel.record !== null) last.set(parcel.record, parcel);
  if (last.size === 0) return parcels;
  return parcels.filter((parcel) => parcel.record === null || last.get(parcel.record) === parcel);
}

function supersededBy(change: Change): string | null {
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
