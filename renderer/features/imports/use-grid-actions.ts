import { useMemo } from 'react';
import type { ImportDraft, ImportProblem } from '#api/imports.ts';
import { useImportWorks } from './import-work.ts';
import { type RowEdits, useRowEdits } from './use-row-edits.ts';

/** What a problem offers to make on the way. */
interface Makes {
  readonly of: 'groups' | 'tenants';
  readonly run: () => void;
}

export interface GridActions extends RowEdits {
  readonly kind: ImportDraft['kind'];
  /** Null where a problem is nothing that is made on the way. */
  readonly makes: (problem: ImportProblem['kind']) => Makes | null;
}

/** All that can be done from within the grid; the same as long as the draft is. */
export function useGridActions({ kind, mayCreate }: ImportDraft): GridActions {
  const edits = useRowEdits(kind);
  const change = useImportWorks((state) => state.change);
  return useMemo(() => {
    const make = (option: 'createGroups' | 'createTenants') => () =>
      change(kind, (work) => ({ ...work, options: { ...work.options, [option]: true } }));
    return {
      ...edits,
      kind,
      makes: (problem) => {
        if (problem === 'unknown-group' && mayCreate.groups)
          return { of: 'groups', run: make('createGroups') };
        if (problem === 'unknown-tenant' && mayCreate.tenants)
          return { of: 'tenants', run: make('createTenants') };
        return null;
      },
    };
  }, [edits, kind, mayCreate, change]);
}
