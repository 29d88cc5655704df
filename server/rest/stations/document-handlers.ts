import { DOCUMENT_TYPES, type StationDocument as DocumentView } from '#api/station-documents.ts';
import type { StationDocument } from '#core/stations/station-document.ts';
import type { Application } from '../../application.ts';
import { isoTime } from '../iso-time.ts';
import { ApiProblem, found } from '../problem.ts';
import { ANSWERED, type SomeHandlers } from '../route-handlers.ts';
import { sendFile } from '../send-file.ts';
import { station } from './named-station.ts';

export function documentHandlers(
  app: Application,
): SomeHandlers<
  | 'listStationDocuments'
  | 'addStationDocument'
  | 'getStationDocumentFile'
  | 'removeStationDocument'
  | 'restoreStationDocument'
> {
  return {
    async listStationDocuments({ params }) {
      const { id } = station(app, params.stationId);
      return { items: (await app.store.reads.listStationDocuments(id)).map(documentView) };
    },

    async addStationDocument({ params, query, request, caller }) {
      const { id } = station(app, params.stationId);
      // Nothing at all was sent where there is no body.
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const outcome = await app.documents.add(id, { name: query.name ?? '', bytes }, caller.name);
      if (outcome.kind === 'no-document') throw new ApiProblem('document-kind');
      if (outcome.kind === 'no-room') throw new ApiProblem('documents-full');
      return documentView(outcome.document);
    },

    async getStationDocumentFile({ params, query, reply }) {
      const document = present(params.documentId);
      const file = await app.documents.read(document);
      if (file === null) throw new ApiProblem('document-lost', { detail: document.name });
      await sendFile(app, reply, {
        name: document.name,
        type: DOCUMENT_TYPES[document.kind],
        // Viewers of PDF run in the sandbox no more than scripts do.
        shown: query.shown !== undefined && document.kind !== 'pdf',
        ...file,
      });
      return ANSWERED;
    },

    async removeStationDocument({ params, caller }) {
      await app.documents.remove(present(params.documentId).id, caller.name);
      return { ok: true };
    },

    async restoreStationDocument({ params, caller }) {
      const { documentId } = params;
      const restored = await app.documents.restore(documentId, caller.name);
      return documentView(found(restored, `document ${documentId}`));
    },
  };

  /** One that was removed is there for whoever restores it, and for nobody else. */
  function present(id: number): StationDocument {
    const document = app.desk.live.documents.get(id);
    return found(document?.removedAt === null ? document : null, `document ${id}`);
  }
}

function documentView({ addedAt, removedAt: _removedAt, ...document }: StationDocument): DocumentView {
  return { ...document, addedAt: isoTime(addedAt) };
}
