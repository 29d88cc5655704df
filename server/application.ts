import type { Store } from '#store/store.ts';
import type { Clock } from './clock.ts';
import type { AcceptanceDesk } from './commissioning/acceptance-desk.ts';
import type { IssuerKeyShelf } from './erp/issuer-keys.ts';
import type { SigningKeyRing } from './erp/signing-key-ring.ts';
import type { TokenDesk } from './erp/token-desk.ts';
import type { ImportDesk } from './imports/import-desk.ts';
import type { EventStream } from './live/event-stream.ts';
import type { Log } from './log.ts';
import type { LogbookWatch } from './logbook/logbook-watch.ts';
import type { AddressBook } from './network/address-book.ts';
import type { GuardedRequests } from './network/guarded-request.ts';
import type { LanDoor } from './network/lan-door.ts';
import type { AccountDesk } from './people/account-desk.ts';
import type { SecondFactorDesk } from './people/second-factor-desk.ts';
import type { SignInDesk } from './people/sign-in-desk.ts';
import type { KeyVault } from './security/key-vault.ts';
import type { SiteAuthority } from './security/site-authority.ts';
import type { SiteLoad } from './sessions/site-load.ts';
import type { TodayEnergy } from './sessions/today-energy.ts';
import type { SiteDesk } from './site/site-desk.ts';
import type { CheckFirmware } from './stations/check-firmware.ts';
import type { CommandDesk } from './stations/command-desk.ts';
import type { ConfigurationDesk } from './stations/configuration-desk.ts';
import type { ConnectedStations } from './stations/connected-stations.ts';
import type { DocumentDesk } from './stations/document-desk.ts';
import type { DoorLog } from './stations/door-log.ts';
import type { Knocks } from './stations/knocks.ts';
import type { UploadDesk } from './stations/upload-desk.ts';
import type { RatingDesk } from './tariffs/rating-desk.ts';
import type { Rehearsals } from './tariffs/rehearsals.ts';
import type { LiveTrace } from './trace/live-trace.ts';

/** Everything that REST handlers work with, made once at start and passed on by hand. */
export interface Application {
  readonly version: string;
  readonly demo: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  readonly desk: SiteDesk;
  readonly stations: ConnectedStations;
  readonly commands: CommandDesk;
  readonly acceptance: AcceptanceDesk;
  readonly configurations: ConfigurationDesk;
  /** Whether nothing may be asked of stations that a person has not asked for. */
  readonly isTestTool: () => boolean;
  /** The program was started so: the site's setting changes nothing. */
  readonly testToolForced: boolean;
  readonly imports: ImportDesk;
  readonly rating: RatingDesk;
  readonly rehearsals: Rehearsals;
  readonly uploads: UploadDesk;
  readonly documents: DocumentDesk;
  readonly checkFirmware: CheckFirmware;
  /** Seals what the database must not betray. */
  readonly vault: KeyVault;
  readonly authority: SiteAuthority;
  readonly logbook: LogbookWatch;
  readonly knocks: Knocks;
  readonly door: DoorLog;
  readonly trace: LiveTrace;
  readonly signIns: SignInDesk;
  readonly tokens: TokenDesk;
  readonly signingKeys: SigningKeyRing;
  readonly issuerKeys: IssuerKeyShelf;
  /** Names under which the user interface and the API may be asked for, with their port. */
  readonly ownHosts: () => ReadonlySet<string>;
  readonly account: AccountDesk;
  readonly secondFactors: SecondFactorDesk;
  readonly events: EventStream;
  readonly today: TodayEnergy;
  readonly load: SiteLoad;
  readonly lan: LanDoor;
  readonly addresses: AddressBook;
  /** How other programs are asked something: nothing else in here opens a connection to the outside. */
  readonly requests: GuardedRequests;
  /** What the OCPP port listens on. */
  readonly ocppHost: string;
  /** Ports as they really are, after listening. */
  readonly ports: { ui: number; ocpp: number; ocppTls: number | null };
}
