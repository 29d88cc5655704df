import type { HashAlgorithm } from './certificate-hash.ts';
import type { StationCertificate } from './certificates.ts';
import type { Lock } from './command-handlers.ts';
import type { FirmwareFate } from './firmware-update.ts';
import type { LinkOptions } from './link.ts';
import type { Random } from './random.ts';
import type { SecurityLevel } from './security-profile.ts';
import type { SignedForm } from './signed-meter.ts';
import type { SimulatedTime } from './time.ts';
import type { Transfer } from './transfer.ts';

export interface ChargePointOptions extends Pick<LinkOptions, 'url' | 'password' | 'protocols' | 'headers'> {
  readonly id: string;
  readonly time: SimulatedTime;
  readonly random: Random;
  readonly connectors?: number;
  readonly vendor?: string;
  readonly model?: string;
  readonly firmwareVersion?: string;
  /** Register of every connector at the beginning. */
  readonly registerWh?: number;
  /** Its meters sign begin and end of each session, and it tells their keys. They do not unless said. */
  readonly signs?: SignedForm | undefined;
  readonly meterIntervalMs?: number;
  readonly callTimeoutMs?: number;
  /** Delay before the first attempt to reconnect; doubles up to 30 times this. */
  readonly reconnectMs?: number;
  /** Sends BootNotification after switching on. Some stations never do. */
  readonly sendsBoot?: boolean;

  /** Configuration keys that differ from the standard ones, and those of the maker. */
  readonly configuration?: Readonly<Record<string, string>>;
  readonly lock?: Lock;

  /** 1 with a password, else 0, unless said otherwise. */
  readonly securityProfile?: SecurityLevel;
  /** Where the line with TLS ends, up to and including `/ocpp/`. The address itself unless said otherwise. */
  readonly secureUrl?: string;
  /** Roots that the station trusts from the beginning, as PEM. */
  readonly trustedRoots?: readonly string[];
  readonly certificate?: StationCertificate;
  readonly hashAlgorithm?: HashAlgorithm;
  readonly cpoName?: string;
  /** Sends the text of a new AuthorizationKey instead of the bytes that it stands for. */
  readonly sendsKeyAsText?: boolean;

  /** How files travel; over HTTP unless said otherwise. */
  readonly transfer?: Transfer;
  readonly firmwareFate?: FirmwareFate;
  readonly installMs?: number;
}
