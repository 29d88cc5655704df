import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { apiUrl } from '../../lib/call-api.ts';
import { useText } from '../../text/use-text.ts';
import { SettingCard } from './setting-card.tsx';

/** Everything as one file, for whoever wants to look, keep or leave. */
export function ExportSection() {
  const { t } = useText();
  return (
    <SettingCard id="export" title={t('settings.export')}>
      <p>{t('settings.exportText')}</p>
      <div>
        <Button
          component="a"
          variant="default"
          href={apiUrl('exportSite', {})}
          download
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('settings.exportAll')}
        </Button>
      </div>
    </SettingCard>
  );
}
