import { IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react';
import type { ImportKind } from '#api/import-fields.ts';
import { apiUrl } from '../lib/call-api.ts';
import { useText } from '../text/use-text.ts';
import { ExportMenu } from './export-menu.tsx';

/** All drivers, cards, vehicles or stations, in a shape that comes back by an import. */
export function ListExportMenu({ kind }: { readonly kind: ImportKind }) {
  const { t } = useText();
  return (
    <ExportMenu
      hint={t(`imports.exportHint.${kind}`)}
      files={[
        { label: t('imports.exportXlsx'), icon: IconFileSpreadsheet, href: useListUrl(kind, 'xlsx') },
        { label: t('imports.exportCsv'), icon: IconFileTypeCsv, href: useListUrl(kind, 'csv') },
      ]}
    />
  );
}

/** Where a whole list is to be had as a file, with titles in the language of this window. */
export function useListUrl(kind: ImportKind, format: 'xlsx' | 'csv'): string {
  const { language } = useText();
  return apiUrl('exportList', { params: { kind }, query: { format, language } });
}
