import { IconBraces, IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react';
import type { EXPORT_FORMATS, SessionFilter } from '#api/sessions.ts';
import { apiUrl } from '../../lib/call-api.ts';
import { useText } from '../../text/use-text.ts';
import { ExportMenu } from '../../ui/export-menu.tsx';

/** What the filter shows, as a file. */
export function SessionExportMenu({ filter }: { readonly filter: SessionFilter }) {
  const { t, language } = useText();
  const link = (format: (typeof EXPORT_FORMATS)[number]) =>
    apiUrl('listSessions', { query: { ...filter, format, ...(format === 'csv-excel' && { language }) } });
  return (
    <ExportMenu
      hint={t('sessions.exportHint')}
      files={[
        { label: t('sessions.exportExcel'), icon: IconFileSpreadsheet, href: link('csv-excel') },
        { label: t('sessions.exportCsv'), icon: IconFileTypeCsv, href: link('csv') },
        { label: t('sessions.exportJson'), icon: IconBraces, href: link('json') },
      ]}
    />
  );
}
