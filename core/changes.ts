import type { AccessRule } from './access/access-rule.ts';
import type { Assignment } from './access/assignment.ts';
import type { Card, HeldCard } from './access/card.ts';
import type { Driver } from './access/driver.ts';
import type { Group } from './access/group.ts';
import type { Vehicle } from './access/vehicle.ts';
import type { AcceptanceRun } from './commissioning/acceptance-run.ts';
import type { MeterKeys } from './eichrecht/meter-keys.ts';
import type { SoldReading } from './eichrecht/sold-reading.ts';
import type { ErpChange } from './erp/erp-change.ts';
import type { ImportProfile, ImportRow, ImportRun } from './imports/import-run.ts';
import type { LogEntry } from './logbook/entry.ts';
import type { Person, SignIn } from './people/person.ts';
import type { OwnRole } from './people/role.ts';
import type { SignInHistory } from './people/sign-in-history.ts';
import type { Authority, ServerCertificate } from './security/authority.ts';
import type { StationCertificate } from './security/station-certificate.ts';
import type { StationSecurity } from './security/station-security.ts';
import type { CurvePoint } from './sessions/curve.ts';
import type { Sample } from './sessions/sample.ts';
import type { Session } from './sessions/session.ts';
import type { Stray } from './sessions/stray.ts';
import type { SiteSettings } from './settings/site.ts';
import type { SiteAddress, StationDoor } from './settings/site-address.ts';
import type { SessionId, StationId } from './shared/ids.ts';
import type { Instant } from './shared/units.ts';
import type { Command } from './stations/command.ts';
import type { ConfigurationChange, StationConfiguration } from './stations/configuration.ts';
import type { ConfigurationTemplate } from './stations/configuration-template.ts';
import type { Connector } from './stations/connector.ts';
import type { LocalList } from './stations/local-list.ts';
import type { Reservation } from './stations/reservation.ts';
import type { Station } from './stations/station.ts';
import type { StationDocument } from './stations/station-document.ts';
import type { StationLimits } from './stations/station-limits.ts';
import type { Upload } from './stations/upload.ts';
import type { TariffChange } from './tariffs/tariff-change.ts';
import type { Tenant } from './tenants/tenant.ts';

/**
 * Everything that can be written, as values. A decision returns the changes it wants; the store writes
 * all changes of one decision in one transaction, or none. Changes named `save-…` carry the whole new record.
 */
export type Change =
  | RecordChange
  | ErpChange
  | TariffChange
  | { readonly kind: 'journal'; readonly frame: JournalFrame }
  /** What one message measured; all of one session, or of none. */
  | { readonly kind: 'add-samples'; readonly samples: readonly Sample[] }
  | { readonly kind: 'save-import'; readonly run: ImportRun }
  | { readonly kind: 'add-import-rows'; readonly rows: readonly ImportRow[] }
  | { readonly kind: 'save-import-profile'; readonly profile: ImportProfile }
  /** `hash` chains it to the entry before; the desk gives it, nobody else. */
  | { readonly kind: 'add-log-entry'; readonly entry: LogEntry; readonly hash?: string }
  | { readonly kind: 'save-station'; readonly station: Station }
  | { readonly kind: 'save-connector'; readonly connector: Connector }
  | { readonly kind: 'add-session'; readonly session: Session }
  | { readonly kind: 'save-session'; readonly session: Session }
  | { readonly kind: 'save-curve'; readonly sessionId: SessionId; readonly points: readonly CurvePoint[] }
  /** Session and curve are saved as they are by now: after a restart only later samples are read. */
  | { readonly kind: 'progress-saved'; readonly sessionId: SessionId }
  /** Readings that a session is sold by; one that was sold before stays with the session before. */
  | { readonly kind: 'add-sold-readings'; readonly readings: readonly SoldReading[] }
  | { readonly kind: 'add-stray'; readonly stray: Stray }
  | { readonly kind: 'save-stray'; readonly stray: Stray }
  | { readonly kind: 'save-card'; readonly card: Card }
  | { readonly kind: 'card-held'; readonly held: HeldCard }
  | { readonly kind: 'save-command'; readonly command: Command }
  | { readonly kind: 'add-configuration-change'; readonly change: ConfigurationChange }
  | { readonly kind: 'add-sign-in'; readonly signIn: SignIn }
  | SignInSeen
  | { readonly kind: 'remove-sign-in'; readonly tokenHash: string };

/** Changes that put one record in the place of the one before, and touch nothing else in memory. */
export type RecordChange =
  | { readonly kind: 'save-authority'; readonly authority: Authority }
  | { readonly kind: 'save-server-certificate'; readonly certificate: ServerCertificate }
  | { readonly kind: 'save-station-certificate'; readonly certificate: StationCertificate }
  | { readonly kind: 'remove-station-certificate'; readonly serial: string }
  | { readonly kind: 'save-station-security'; readonly security: StationSecurity }
  | { readonly kind: 'save-local-list'; readonly list: LocalList }
  | { readonly kind: 'save-limits'; readonly limits: StationLimits }
  | { readonly kind: 'save-reservation'; readonly reservation: Reservation }
  | { readonly kind: 'save-upload'; readonly upload: Upload }
  | { readonly kind: 'save-document'; readonly document: StationDocument }
  | { readonly kind: 'save-configuration'; readonly configuration: StationConfiguration }
  | { readonly kind: 'save-template'; readonly template: ConfigurationTemplate }
  | { readonly kind: 'save-meter-keys'; readonly keys: MeterKeys }
  | { readonly kind: 'save-acceptance-run'; readonly run: AcceptanceRun }
  | { readonly kind: 'save-site-address'; readonly address: SiteAddress }
  | { readonly kind: 'save-station-door'; readonly door: StationDoor }
  | { readonly kind: 'save-settings'; readonly settings: SiteSettings }
  | { readonly kind: 'save-person'; readonly person: Person }
  | { readonly kind: 'save-sign-in-history'; readonly history: SignInHistory }
  | { readonly kind: 'save-role'; readonly role: OwnRole }
  | { readonly kind: 'save-tenant'; readonly tenant: Tenant }
  | { readonly kind: 'save-group'; readonly group: Group }
  | { readonly kind: 'save-rule'; readonly rule: AccessRule }
  | { readonly kind: 'save-driver'; readonly driver: Driver }
  | { readonly kind: 'save-vehicle'; readonly vehicle: Vehicle }
  | { readonly kind: 'save-assignment'; readonly assignment: Assignment };

/** A sign-in was used again. */
export interface SignInSeen {
  readonly kind: 'sign-in-seen';
  readonly tokenHash: string;
  readonly at: Instant;
}

/** A frame as it crossed the wire. Never changed, never dropped: everything else can be rebuilt from these. */
export interface JournalFrame {
  readonly stationId: StationId;
  readonly at: Instant;
  readonly direction: 'in' | 'out';
  readonly text: string;
  /** Our answer to a call of the station, in the same row; null where there was none. */
  readonly answer: string | null;
}
