import { Checkbox } from '@mantine/core';
import type { ImportDraft } from '#api/imports.ts';
import { useText } from '../../text/use-text.ts';
import type { ImportOptions } from './import-work.ts';

interface ImportOptionFieldsProps {
  readonly draft: ImportDraft;
  readonly options: ImportOptions;
  readonly onChange: (options: ImportOptions) => void;
}

/** What may be made on the way, and what an empty cell means. */
export function ImportOptionFields({ draft, options, onChange }: ImportOptionFieldsProps) {
  const { t } = useText();
  const { groups, tenants } = draft.mayCreate;
  return (
    <>
      {groups ? (
        <Checkbox
          label={t('imports.createGroups')}
          checked={options.createGroups}
          onChange={(event) => onChange({ ...options, createGroups: event.currentTarget.checked })}
        />
      ) : null}
      {tenants ? (
        <Checkbox
          label={t('imports.createTenants')}
          checked={options.createTenants}
          onChange={(event) => onChange({ ...options, createTenants: event.currentTarget.checked })}
        />
      ) : null}
      <Checkbox
        label={t('imports.emptyClears')}
        description={t('imports.emptyClearsHint')}
        checked={options.emptyClears}
        onChange={(event) => onChange({ ...options, emptyClears: event.currentTarget.checked })}
      />
    </>
  );
}
