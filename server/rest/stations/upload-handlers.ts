import type { Upload as UploadView } from '#api/station-services.ts';
import type { Upload } from '#core/stations/upload.ts';
import type { Application } from '../../application.ts';
import { isoTime } from '../iso-time.ts';
import { ApiProblem, found } from '../problem.ts';
import { ANSWERED, type SomeHandlers } from '../route-handlers.ts';
import { sendFile } from '../send-file.ts';
import { station } from './named-station.ts';

const MOST_LISTED = 50;

export function uploadHandlers(
  app: Application,
): SomeHandlers<'listUploads' | 'getUploadFile' | 'removeUpload'> {
  return {
    async listUploads({ params }) {
      const { id } = station(app, params.stationId);
      const uploads = await app.store.reads.listUploads({ stationId: id, limit: MOST_LISTED });
      return { items: uploads.map(uploadView) };
    },

    async getUploadFile({ params, reply }) {
      const { id, life, stationId } = found(
        await app.store.reads.upload(params.uploadId),
        `upload ${params.uploadId}`,
      );
      const file = life.kind === 'received' ? await app.uploads.read(id) : null;
      if (file === null || life.kind !== 'received')
        throw new ApiProblem('not-found', { detail: `file of upload ${id}` });
      await sendFile(app, reply, {
        name: `${stationId.replace(/[^\w-]/g, '_').slice(0, 60)}-${life.fileName}`,
        // What a station sent is never shown as a page of ours.
        type: 'application/octet-stream',
        ...file,
      });
      return ANSWERED;
    },

    async removeUpload({ params, caller }) {
      const upload = found(await app.store.reads.upload(params.uploadId), `upload ${params.uploadId}`);
      await app.uploads.remove(upload, caller.name);
      return { ok: true };
    },
  };
}

function uploadView({ id, stationId, of, askedBy, askedAt, life }: Upload): UploadView {
  return {
    id,
    stationId,
    of,
    askedBy,
    askedAt: isoTime(askedAt),
    state: life.kind,
    endedAt: life.kind === 'awaited' ? null : isoTime(life.at),
    fileName: life.kind === 'received' ? life.fileName : null,
    bytes: life.kind === 'received' ? life.bytes : null,
  };
}
