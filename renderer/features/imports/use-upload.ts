import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportKind } from '#api/import-fields.ts';
import { CSV_TYPE, TSV_TYPE, uploadImport, XLSX_TYPE } from '#api/imports.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { callApi } from '../../lib/call-api.ts';
import { type ImportWork, useImportWorks, workOn } from './import-work.ts';

interface Upload {
  readonly file: File;
  /** Where new things are to hang; left out: as high up as whoever asks may write. */
  readonly tenantId?: number;
  /** What was typed already, where it is the same file once more. */
  readonly earlier?: ImportWork;
}

/** Largest file that is read, in bytes. */
export const MOST_BYTES = uploadImport.takes.mostBytes;

/** Sends a file to be read, and begins the work on it. */
export function useUpload(kind: ImportKind) {
  const client = useQueryClient();
  const begin = useImportWorks((state) => state.begin);
  return useMutation({
    async mutationFn({ file, tenantId, earlier }: Upload) {
      const draft = await callApi('uploadImport', {
        params: { kind },
        query: { fileName: file.name, ...(tenantId !== undefined && { tenantId }) },
        file: new Blob([file], { type: typeOf(file) }),
      });
      client.setQueryData(apiQuery('getImportDraft', { params: { draftId: draft.id } }).queryKey, draft);
      begin(kind, workOn(draft, earlier), file);
      return draft;
    },
  });
}

/** Browsers disagree about the types of such files; what is inside decides in the end. */
function typeOf({ name, type }: File): string {
  if (name.toLowerCase().endsWith('.xlsx') || type === XLSX_TYPE) return XLSX_TYPE;
  return type === TSV_TYPE ? TSV_TYPE : CSV_TYPE;
}
