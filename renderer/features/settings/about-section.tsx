import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../lib/api-query.ts';
import { desktop } from '../../lib/desktop.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { FactsList } from '../../ui/facts-list.tsx';
import { SettingCard } from './setting-card.tsx';

/** Which program this is, and how other programs talk to it. */
export function AboutSection() {
  const { t } = useText();
  const tell = useTell();
  const status = useQuery(apiQuery('status', {}));
  return (
    <SettingCard id="about" title={t('settings.about')}>
      <p>{t('settings.aboutText')}</p>
      <FactsList
        rows={[
          { label: t('settings.version'), value: status.data?.version ?? t('words.none') },
          { label: t('settings.apiDocs'), value: <a href="/api/v1/docs">/api/v1/docs</a> },
          { label: t('settings.openApi'), value: <a href="/api/v1/openapi.json">/api/v1/openapi.json</a> },
        ]}
      />
      {desktop === undefined ? null : (
        <div>
          <Button variant="default" onClick={() => void openDataFolder()}>
            {t('settings.dataFolder')}
          </Button>
        </div>
      )}
    </SettingCard>
  );

  async function openDataFolder(): Promise<void> {
    if (!(await desktop?.openDataFolder())) tell.notDone(t('settings.dataFolderFailed'));
  }
}
