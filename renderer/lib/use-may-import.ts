import { useCallback } from 'react';
import type { ImportKind } from '#api/import-fields.ts';
import { useMay } from './use-may.ts';

/** Tells which lists whoever sits at this window may bring in. */
export function useMayImport(): (kind: ImportKind) => boolean {
  const may = useMay();
  return useCallback((kind) => may(kind === 'stations' ? 'stations.manage' : 'access.write'), [may]);
}
