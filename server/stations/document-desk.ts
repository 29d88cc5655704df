import { createHash } from 'node:crypto';
import type { LogKind } from '#core/logbook/entry.ts';
import type { StationId } from '#core/shared/ids.ts';
import {
  documentName,
  hasRoomFor,
  isDocumentKept,
  kindByContent,
  type StationDocument,
} from '#core/stations/station-document.ts';
import type { Clock } from '../clock.ts';
import { createTurns } from '../in-turn.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided, SiteDesk } from '../site/site-desk.ts';
import { type DocumentFolder, openDocumentFolder } from './document-folder.ts';

/** A file as it was sent. */
export interface SentDocument {
  readonly name: string;
  readonly bytes: Buffer;
}

export type Added =
  | { readonly kind: 'added'; readonly document: StationDocument }
  | { readonly kind: 'no-document' }
  | { readonly kind: 'no-room' };

/** Photos and documents of stations: what is known of them in the books, their bytes in a folder. */
export interface DocumentDesk {
  add(station: StationId, sent: SentDocument, by: string): Promise<Added>;
  /** Null when the file is not there any more. */
  readonly read: DocumentFolder['read'];
  remove(id: number, by: string): Promise<void>;
  /** Null when it was removed too long ago, or never was. */
  restore(id: number, by: string): Promise<StationDocument | null>;
  /** Lets go of the files that nothing needs any longer. */
  tick(): Promise<void>;
}

export function openDocumentDesk(desk: SiteDesk, clock: Clock, dataFolder: string): DocumentDesk {
  const files = openDocumentFolder(dataFolder);
  // What is added and what is let go of do not overtake each other between the books and the folder.
  const inTurn = createTurns();

  return {
    read: files.read,

    async add(stationId, { name, bytes }, by) {
      const kind = kindByContent(bytes);
      if (kind === null) return { kind: 'no-document' };
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const fresh = { sha256, bytes: bytes.length };
      return inTurn(sha256, async () => {
        if (!hasRoomFor(fresh, kept())) return { kind: 'no-room' };
        let isAdded = false;
        try {
          await files.keep(sha256, bytes);
          const added = await desk.decide<Added>((live) => {
            if (!hasRoomFor(fresh, kept())) return { value: { kind: 'no-room' }, changes: [] };
            const document: StationDocument = {
              ...fresh,
              id: live.nextId('document'),
              stationId,
              name: documentName(name, kind),
              kind,
              addedAt: clock.now(),
              addedBy: by,
              removedAt: null,
            };
            return { ...noted(document, 'document-added', by), value: { kind: 'added', document } };
          });
          isAdded = added.kind === 'added';
          return added;
        } finally {
          if (!isAdded) await letGo(sha256);
        }
      });
    },

    remove: (id, by) =>
      desk.decide((live) => {
        const known = live.documents.get(id);
        if (known === undefined || known.removedAt !== null) return { value: undefined, changes: [] };
        const removed = { ...known, removedAt: clock.now() };
        return { ...noted(removed, 'document-removed', by), value: undefined };
      }),

    restore: (id, by) =>
      desk.decide<StationDocument | null>((live) => {
        const known = live.documents.get(id);
        if (known === undefined || !isDocumentKept(known, clock.now())) return { value: null, changes: [] };
        if (known.removedAt === null) return { value: known, changes: [] };
        const restored = { ...known, removedAt: null };
        return { ...noted(restored, 'document-restored', by), value: restored };
      }),

    async tick() {
      // A file that the books do not know is left alone: they may be an older copy.
      const known = new Set([...desk.live.documents.values()].map(({ sha256 }) => sha256));
      for (const name of await files.list()) if (known.has(name)) await inTurn(name, () => letGo(name));
    },
  };

  function kept(): readonly StationDocument[] {
    const now = clock.now();
    return [...desk.live.documents.values()].filter((document) => isDocumentKept(document, now));
  }

  async function letGo(sha256: string): Promise<void> {
    if (!kept().some((document) => document.sha256 === sha256)) await files.remove(sha256);
  }

  function noted(document: StationDocument, kind: LogKind, by: string): Omit<Decided<never>, 'value'> {
    const { stationId, name, bytes } = document;
    return {
      changes: [
        { kind: 'save-document', document },
        logLine(clock.now(), kind, { stationId, actor: by, facts: { file: name, bytes } }),
      ],
      told: [{ kind: 'station', stationId }, { kind: 'log' }],
    };
  }
}
