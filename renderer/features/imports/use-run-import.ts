import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportDraft } from '#api/imports.ts';
import { callApi } from '../../lib/call-api.ts';
import { refreshRoutes } from '../../lib/refresh.ts';
import { useUndoState } from '../../lib/undo-state.ts';
import { type ImportWork, useImportWorks } from './import-work.ts';

/** Imports what is sound. What was typed into its cells can then no longer be taken back one by one. */
export function useRunImport({ id, kind }: ImportDraft, onDone: () => void) {
  const client = useQueryClient();
  const change = useImportWorks((state) => state.change);
  const dismiss = useUndoState((state) => state.dismiss);
  return useMutation({
    mutationKey: ['runImport'],
    mutationFn: ({ mapping, fixes, skips, options }: ImportWork) =>
      callApi('runImport', { params: { draftId: id }, body: { mapping, fixes, skips: [...skips], options } }),
    onSuccess(done) {
      // Nobody looks at what would happen any more, and for a long file it is dear to work out.
      client.removeQueries({ queryKey: ['dryRunImport'] });
      dismiss();
      change(kind, (now) => ({ ...now, done }));
      onDone();
    },
    onSettled: () => refreshRoutes(client, 'after-own-change'),
  });
}
