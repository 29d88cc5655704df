import { Button, Menu } from '@mantine/core';
import { IconBraces, IconDownload, IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react';
import type { EXPORT_FORMATS, SessionFilter } from '#api/sessions.ts';
import { apiUrl } from '../../lib/call-api.ts';
import { useText } from '../../text/use-text.ts';

/** What the filter shows, as a file: plain links, so that browser and desktop window save them their own way. */
export function ExportMenu({ filter }: { readonly filter: SessionFilter }) {
  const { t, language } = useText();
  const link = (format: (typeof EXPORT_FORMATS)[number]) =>
    apiUrl('listSessions', { query: { ...filter, format, ...(format === 'csv-excel' && { language }) } });
  return (
    <Menu width={250}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('sessions.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('sessions.exportHint')}</Menu.Label>
        <Menu.Item
          component="a"
          href={link('csv-excel')}
          download
          leftSection={<IconFileSpreadsheet size={16} stroke={1.75} aria-hidden />}
        >
          {t('sessions.exportExcel')}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={link('csv')}
          download
          leftSection={<IconFileTypeCsv size={16} stroke={1.75} aria-hidden />}
        >
          {t('sessions.exportCsv')}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={link('json')}
          download
          leftSection={<IconBraces size={16} stroke={1.75} aria-hidden />}
        >
          {t('sessions.exportJson')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
