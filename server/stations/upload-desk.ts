import { createHash, randomBytes } from 'node:crypto';
import type { StationId } from '#core/shared/ids.ts';
import { HOUR, type Instant, later } from '#core/shared/units.ts';
import type { Command } from '#core/stations/command.ts';
import type { UploadOrder } from '#core/stations/service-order.ts';
import type { Upload } from '#core/stations/upload.ts';
import type { Clock } from '../clock.ts';
import { createTurns } from '../in-turn.ts';
import type { Log } from '../log.ts';
import { stationAddresses } from '../network/site-addresses.ts';
import { logLine } from '../site/log-line.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { sightChanges } from './sight-changes.ts';
import { openUploadDoor, type Reception, type UploadDoor } from './upload-door.ts';
import { openUploadFolder, type SentPart, type UploadFolder } from './upload-folder.ts';

/** Files that stations were asked for: an address for each, open only as long as a file is awaited. */
export interface UploadDesk {
  /** Where a station is to send the file of an order: an address of its own here, or the one that was typed in. */
  addressFor(command: Command, order: UploadOrder, to: { readonly address: string }): Promise<string>;
  /** Gives up what did not come, and closes the door when nothing is awaited. */
  tick(): Promise<void>;
  /** The file of an upload; null when it is no longer there. */
  readonly read: UploadFolder['read'];
  /** Removes what has come, or closes the address for what has not. */
  remove(upload: Upload, by: string): Promise<void>;
  close(): Promise<void>;
}

/** How long an address stays open; large logs over slow radio take a while. */
const AWAITED_FOR = 2 * HOUR;
const TOKEN_BYTES = 18;

export function openUploadDesk({
  desk,
  clock,
  log,
  dataFolder,
  host,
  usualPort,
}: {
  readonly desk: SiteDesk;
  readonly clock: Clock;
  readonly log: Log;
  readonly dataFolder: string;
  /** What the port for stations listens on. */
  readonly host: string;
  /** The port that is opened in firewalls; 0 for any. */
  readonly usualPort: number;
}): UploadDesk {
  const files = openUploadFolder(dataFolder);
  let opening: Promise<UploadDoor> | null = null;
  // What is received and what is removed do not overtake each other between the books and the folder.
  const turns = createTurns();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => turns('uploads', work);

  return {
    read: files.read,

    remove: (upload, by) =>
      inTurn(async () => {
        const { id, stationId } = upload;
        await desk.decide((live) => {
          const life = { kind: 'removed', at: clock.now(), by } as const;
          const file = upload.life.kind === 'received' ? upload.life.fileName : '';
          return {
            value: undefined,
            changes: [
              { kind: 'save-upload', upload: { ...(live.uploads.get(id) ?? upload), life } },
              logLine(clock.now(), 'upload-removed', { stationId, actor: by, facts: { file } }),
            ],
            told: [{ kind: 'station', stationId }, { kind: 'log' }],
          };
        });
        await files.remove(id);
      }),

    async addressFor({ stationId, orderedBy }, order, to) {
      const { target } = order;
      if (target.kind === 'elsewhere') return target.url;
      const { port } = await door();
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const now = clock.now();
      const upload: Upload = {
        id: target.uploadId,
        stationId,
        of: whatOf(order),
        askedBy: orderedBy,
        askedAt: now,
        life: { kind: 'awaited', until: later(now, AWAITED_FOR), tokenHash: hashOf(token), port },
      };
      await desk.decide(() => ({
        value: undefined,
        changes: [{ kind: 'save-upload', upload }],
        told: [{ kind: 'station', stationId }],
      }));
      return `http://${addressNear(to.address, host)}:${port}/upload/${token}/`;
    },

    async tick() {
      const now = clock.now();
      for (const { id, stationId, life } of desk.live.uploads.values())
        if (life.kind === 'awaited' && life.until <= now)
          await settle(id, stationId, (upload) => ({ ...upload, life: { kind: 'missed', at: now } }));
      if (desk.live.uploads.size > 0) await door();
      else await shut();
    },

    close: shut,
  };

  /** After a restart on the port it had, so that addresses given before still hold, if nobody has taken it. */
  function door(): Promise<UploadDoor> {
    const [awaited] = desk.live.uploads.values();
    opening ??= openUploadDoor({
      host,
      port: awaited?.life.kind === 'awaited' ? awaited.life.port : usualPort,
      log,
      awaits: (token) => awaitedBy(token) !== null,
      async receive(token, file) {
        const upload = awaitedBy(token);
        if (upload === null) return 'unknown';
        const sent = await files.take(upload.id, file);
        if (sent.kind !== 'sent') return sent.kind;
        return inTurn(() => keep(upload, sent));
      },
    });
    return opening;
  }

  /** A file that came after its time, or second, must not take the place of another. */
  async function keep(upload: Upload, sent: SentPart): Promise<Reception> {
    try {
      if (!(await received(upload, sent))) return 'unknown';
      await sent.keep();
      return 'received';
    } finally {
      await sent.drop();
    }
  }

  async function shut(): Promise<void> {
    const closing = opening;
    opening = null;
    await (await closing)?.close();
  }

  function awaitedBy(token: string): Upload | null {
    const hash = hashOf(token);
    const now = clock.now();
    for (const upload of desk.live.uploads.values())
      if (upload.life.kind === 'awaited' && upload.life.tokenHash === hash && upload.life.until > now)
        return upload;
    return null;
  }

  function received(
    { id, stationId }: Upload,
    { fileName, bytes }: { readonly fileName: string; readonly bytes: number },
  ): Promise<boolean> {
    const at: Instant = clock.now();
    return settle(id, stationId, (upload) => ({
      ...upload,
      life: { kind: 'received', at, fileName, bytes },
    }));
  }

  /** True when the upload was still awaited. */
  function settle(id: number, stationId: StationId, next: (upload: Upload) => Upload): Promise<boolean> {
    return desk.decide<boolean>((live) => {
      const known = live.uploads.get(id);
      if (known === undefined) return { value: false, changes: [] };
      const upload = next(known);
      const now = clock.now();
      if (upload.life.kind !== 'received')
        return {
          value: true,
          changes: [{ kind: 'save-upload', upload }],
          told: [{ kind: 'station', stationId }],
        };
      const seen = sightChanges(live, stationId, { sight: { kind: 'file-received', uploadId: id }, now });
      const { fileName, bytes } = upload.life;
      return {
        value: true,
        changes: [
          { kind: 'save-upload', upload },
          ...seen.changes,
          logLine(now, 'upload-received', { stationId, facts: { file: fileName, bytes } }),
        ],
        told: [{ kind: 'station', stationId }, { kind: 'log' }, ...seen.told],
      };
    });
  }
}

function whatOf(order: UploadOrder): Upload['of'] {
  if (order.kind === 'get-diagnostics') return 'diagnostics';
  return order.log === 'SecurityLog' ? 'security-log' : 'diagnostics-log';
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Of this computer's addresses the one that shares most with the station's: it is likely in the same network. */
function addressNear(station: string, host: string): string {
  if (station.startsWith('127.') || station === '::1') return '127.0.0.1';
  const shared = (address: string) => {
    const [ours, theirs] = [address.split('.'), station.split('.')];
    const differs = ours.findIndex((part, index) => part !== theirs[index]);
    return differs === -1 ? ours.length : differs;
  };
  const [best] = [...stationAddresses(host)].sort(
    (a, b) => shared(b.address) - shared(a.address) || Number(b.recommended) - Number(a.recommended),
  );
  return best?.address ?? '127.0.0.1';
}
