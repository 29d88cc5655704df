import type { Request, Response } from '../v16/actions.ts';
import { formatTimestamp } from '../v16/timestamp.ts';
import type { SimulatedTime } from './time.ts';
import { fileAddress, type Transfer } from './transfer.ts';

/** The files that a station hands out: diagnostics (§5.9) and logs (security paper N01). */
export interface Uploads {
  diagnostics(request: Request<'GetDiagnostics'>): Commanded<'GetDiagnostics'>;
  log(request: Request<'GetLog'>): Commanded<'GetLog'>;
  /** Tells how the latest upload stands, as on a trigger. */
  tellDiagnostics(): void;
  tellLog(): void;
}

interface Commanded<A extends 'GetDiagnostics' | 'GetLog'> {
  readonly response: Response<A>;
  readonly after?: () => void;
}

export interface UploadsOptions {
  readonly stationId: string;
  readonly time: SimulatedTime;
  readonly transfer: Transfer;
  sayDiagnostics(request: Request<'DiagnosticsStatusNotification'>): void;
  sayLog(request: Request<'LogStatusNotification'>): void;
  /** What is written into the file. */
  content(): string;
}

export function createUploads(options: UploadsOptions): Uploads {
  const { stationId, time, transfer } = options;
  let diagnosticsStatus = 'Idle';
  let logStatus: Request<'LogStatusNotification'> = { status: 'Idle' };
  let newestLog = 0;

  function nameOf(kind: string): string {
    return `${kind}-${stationId.replaceAll(/[^\w.-]/g, '_')}-${time.now()}.txt`;
  }

  async function deliver(location: string, name: string, attempts: Attempts): Promise<boolean> {
    const content = new TextEncoder().encode(options.content());
    for (let attempt = 0; attempt <= (attempts.retries ?? 0); attempt++) {
      if (attempt > 0) await pause((attempts.retryInterval ?? 0) * 1_000);
      if (await transfer.upload(fileAddress(location, name), content)) return true;
    }
    return false;
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      time.after(ms, resolve);
    });
  }

  function tellDiagnostics(status = diagnosticsStatus): void {
    diagnosticsStatus = status === 'Uploading' ? status : 'Idle';
    options.sayDiagnostics({ status });
  }

  function tellLog(told = logStatus): void {
    logStatus = told.status === 'Uploading' ? told : { status: 'Idle' };
    options.sayLog(told);
  }

  return {
    diagnostics(request) {
      const fileName = nameOf('diagnostics');
      return {
        response: { fileName },
        async after() {
          tellDiagnostics('Uploading');
          const done = await deliver(request.location, fileName, request);
          tellDiagnostics(done ? 'Uploaded' : 'UploadFailed');
        },
      };
    },

    log({ log, requestId, logType, ...attempts }) {
      const filename = nameOf(logType === 'SecurityLog' ? 'security-log' : 'log');
      const cancels = logStatus.status === 'Uploading';
      newestLog = requestId;
      return {
        response: { status: cancels ? 'AcceptedCanceled' : 'Accepted', filename },
        async after() {
          tellLog({ status: 'Uploading', requestId });
          const done = await deliver(log.remoteLocation, filename, attempts);
          // N01.FR: of a cancelled upload nothing more is told.
          if (newestLog === requestId) tellLog({ status: done ? 'Uploaded' : 'UploadFailure', requestId });
        },
      };
    },

    tellDiagnostics: () => tellDiagnostics(),
    tellLog: () => tellLog(),
  };
}

/** The log that a station would hand out, as far as a simulated one has anything to say. */
export function logText(stationId: string, at: number): string {
  return `${formatTimestamp(at)} ${stationId}: simulated station, nothing unusual\n`;
}

interface Attempts {
  readonly retries?: number;
  readonly retryInterval?: number;
}
