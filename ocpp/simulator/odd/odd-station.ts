import type { RefusalReason } from '../../refusal.ts';
import type { DeviationKind } from '../../v16/deviation.ts';

/** A station as it was met in the field, with what the central system is to make of it. */
export interface OddStation {
  /** A name in kebab-case, by which it can be called up. */
  readonly id: string;
  /** What it does, as the end of a sentence: "a station that …". */
  readonly title: string;
  /** Make, firmware or report. */
  readonly seenAt: string;
  /** Its places in the two lists of `docs/odd-stations.md`: tolerance rows `T1`…`T50`, field reports `Q1`…`Q48`. */
  readonly rows: readonly string[];
  /** What the site has set for it when it was adopted. */
  readonly setting?: OddSetting;
  readonly expects: OddExpectation;
  /** Plays the station from its first connection to its last. Throws when it is not answered as it must be. */
  run(stage: OddStage): Promise<void>;
}

export interface OddSetting {
  readonly password?: string;
  /** The security profile that is asked of it; that of its password unless said otherwise. */
  readonly profile?: 2;
  readonly missingProtocolAllowed?: boolean;
  /** How the site treats it, as a passport of its make would say. */
  readonly switches?: Readonly<Record<string, boolean | number | string | readonly number[]>>;
  /** The card that is held to it is blocked. */
  readonly cardBlocked?: boolean;
  /** Its sessions are told with other card numbers than the one of the stage. */
  readonly anyCard?: boolean;
}

/** What has to be seen at the central system afterwards. Deviations that are not named may be there as well. */
export interface OddExpectation {
  /** Its sessions, oldest first. None may be missing, none too many. */
  readonly sessions: readonly ExpectedSession[];
  readonly deviations?: readonly DeviationKind[];
  /** Messages that fit no session and wait for a person. */
  readonly strays?: readonly ('unknown-stop' | 'foreign-stop' | 'unreadable')[];
  /** What became of the orders, oldest first. */
  readonly orders?: readonly string[];
  /** What the site has learnt of it. */
  readonly learnt?: Readonly<Record<string, boolean | number | string>>;
  /** Configuration keys and values that are known of it. */
  readonly configuration?: Readonly<Record<string, string>>;
  /** Whether the site shows at the door which station it probably means. */
  readonly recognised?: true;
  /** How it was turned away in between. */
  readonly refused?: RefusalReason;
}

export interface ExpectedSession {
  readonly state: 'ended' | 'needs-decision' | 'running';
  /** What counts; for a session in doubt, what the meter says. */
  readonly wh?: number;
  readonly doubt?: string;
}

/** Where a station plays, and what it may ask of the people there. */
export interface OddStage {
  /** Address of the central system, up to and including `/ocpp/`. */
  readonly url: string;
  readonly stationId: string;
  readonly password?: string | undefined;
  /** The same address over TLS, and the root certificate that vouches for it, as PEM. */
  tls(): Promise<{ readonly url: string; readonly root: string }>;
  readonly idTag: string;
  /** Where the site is, as in the IANA list. */
  readonly timeZone: string;
  /** The time at the site, in ms. */
  now(): number;
  /** Somebody at the site orders this; resolves when it was taken. */
  order(order: OddOrder): Promise<void>;
  /** So much time passes at the site. */
  pass(ms: number): void;
  /** The central system is started anew on its data. */
  restart(): Promise<void>;
}

export type OddOrder =
  | { readonly kind: 'remote-start'; readonly connectorId: number }
  | { readonly kind: 'remote-stop' }
  | { readonly kind: 'unlock'; readonly connectorId: number }
  | { readonly kind: 'reset'; readonly type: 'Soft' | 'Hard' }
  | { readonly kind: 'set-availability'; readonly connectorId: number; readonly inService: boolean }
  | { readonly kind: 'trigger'; readonly message: 'StatusNotification' | 'MeterValues' }
  | { readonly kind: 'update-firmware' }
  /** Limits a connector, or the station where it is 0. */
  | {
      readonly kind: 'limit';
      readonly connectorId: number;
      readonly stackLevel: number;
      readonly limitA: number;
    }
  | { readonly kind: 'unlimit' }
  | { readonly kind: 'read-configuration' }
  | { readonly kind: 'change-configuration'; readonly key: string; readonly value: string };

/** The session that most of them tell: 5 kWh, nothing to doubt. */
export const USUAL_SESSION: ExpectedSession = { state: 'ended', wh: 5_000 };
