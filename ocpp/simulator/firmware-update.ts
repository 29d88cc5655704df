import { verify, X509Certificate } from 'node:crypto';
import type { Request, Response } from '../v16/actions.ts';
import type { SimulatedTime } from './time.ts';
import type { Transfer } from './transfer.ts';

/** Firmware updates, plain (§5.19) and signed (security paper L01). */
export interface FirmwareUpdates {
  update(request: Request<'UpdateFirmware'>): void;
  signedUpdate(request: Request<'SignedUpdateFirmware'>): {
    readonly response: Response<'SignedUpdateFirmware'>;
    readonly after?: () => void;
  };
  /** Tells how the latest update stands, as on a trigger. */
  tell(): void;
}

/** Where an update of this station ends. `silent` installs without ever saying so (MicroOcpp#261). */
export type FirmwareFate = 'works' | 'installation-fails' | 'silent';

export interface FirmwareUpdatesOptions {
  readonly time: SimulatedTime;
  readonly transfer: Transfer;
  readonly fate: FirmwareFate;
  /** How long installing takes. */
  readonly installMs: number;
  /** Root certificates for firmware, as PEM. */
  manufacturerRoots(): readonly string[];
  say(request: Request<'FirmwareStatusNotification'>): Promise<unknown>;
  saySigned(request: Request<'SignedFirmwareStatusNotification'>): Promise<unknown>;
  onSecurityEvent(type: 'InvalidFirmwareSignature' | 'InvalidFirmwareSigningCertificate'): void;
  /** The new firmware is in place; the station restarts into it. */
  onInstalled(version: string): void;
}

export function createFirmwareUpdates(options: FirmwareUpdatesOptions): FirmwareUpdates {
  const { time, transfer, fate } = options;
  let current: Job | undefined;
  let tellAgain = () => options.say({ status: 'Idle' });

  async function run(job: Job): Promise<void> {
    const { location, from } = job;
    current = job;
    await until(from);
    if (current !== job) return;
    tell(job, 'Downloading');
    const image = await download(location, job);
    if (current !== job) return;
    if (image === undefined) return void end(job, 'DownloadFailed');
    tell(job, 'Downloaded');
    if (job.check !== undefined && !job.check(image)) {
      options.onSecurityEvent('InvalidFirmwareSignature');
      return void end(job, 'InvalidSignature');
    }
    if (job.check !== undefined) tell(job, 'SignatureVerified');
    await until(job.installFrom);
    if (current !== job) return;
    tell(job, 'Installing');
    await until(time.now() + options.installMs);
    if (current !== job) return;
    if (fate === 'installation-fails') return void end(job, 'InstallationFailed');
    if (fate === 'works') await end(job, 'Installed');
    options.onInstalled(versionIn(image));
  }

  function end(job: Job, status: string): Promise<unknown> {
    current = undefined;
    tellAgain = () => job.say('Idle');
    return job.say(status);
  }

  function tell(job: Job, status: string): void {
    tellAgain = () => job.say(status);
    void job.say(status);
  }

  async function download(location: string, { retries, retryMs }: Job): Promise<Uint8Array | undefined> {
    for (let attempt = 0; attempt <= retries; attempt++) {
      if (attempt > 0) await until(time.now() + retryMs);
      const image = await transfer.download(location);
      if (image !== undefined) return image;
    }
    return undefined;
  }

  function until(at: number): Promise<void> {
    const wait = at - time.now();
    return wait <= 0 ? Promise.resolve() : new Promise((resolve) => void time.after(wait, resolve));
  }

  return {
    update({ location, retrieveDate, retries = 0, retryInterval = 0 }) {
      void run({
        location,
        from: Date.parse(retrieveDate),
        installFrom: 0,
        retries,
        retryMs: retryInterval * 1_000,
        say: (status) => options.say({ status }),
      });
    },

    signedUpdate({ requestId, firmware, retries = 0, retryInterval = 0 }) {
      const certificate = readCertificate(firmware.signingCertificate);
      if (certificate === undefined || !isTrusted(certificate, options.manufacturerRoots())) {
        return {
          response: { status: 'InvalidCertificate' },
          after: () => options.onSecurityEvent('InvalidFirmwareSigningCertificate'),
        };
      }
      const job: Job = {
        location: firmware.location,
        from: Date.parse(firmware.retrieveDateTime),
        installFrom: firmware.installDateTime === undefined ? 0 : Date.parse(firmware.installDateTime),
        retries,
        retryMs: retryInterval * 1_000,
        check: (image) => isSigned(image, firmware.signature, certificate),
        say: (status) => options.saySigned({ status, requestId }),
      };
      return {
        response: { status: current === undefined ? 'Accepted' : 'AcceptedCanceled' },
        after: () => void run(job),
      };
    },

    tell: () => void tellAgain(),
  };
}

interface Job {
  readonly location: string;
  /** When fetching may begin, and when installing may; ms. */
  readonly from: number;
  readonly installFrom: number;
  readonly retries: number;
  readonly retryMs: number;
  readonly check?: (image: Uint8Array) => boolean;
  say(status: string): Promise<unknown>;
}

function readCertificate(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

function isTrusted(certificate: X509Certificate, roots: readonly string[]): boolean {
  return roots.some((pem) => {
    const root = readCertificate(pem);
    return root !== undefined && certificate.verify(root.publicKey);
  });
}

function isSigned(image: Uint8Array, signature: string, { publicKey }: X509Certificate): boolean {
  try {
    return verify('sha256', image, publicKey, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** A file that begins with "version 1.2.3" says what it is. */
function versionIn(image: Uint8Array): string {
  const head = new TextDecoder().decode(image.subarray(0, 100));
  return /^version (\S{1,40})/.exec(head)?.[1] ?? '2.0.0';
}
