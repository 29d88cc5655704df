import { Switch } from '@mantine/core';
import type { Site } from '#api/site.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { SettingCard } from './setting-card.tsx';

/** Test-tool mode: stations are asked nothing that a person has not asked for. */
export function TestToolSection({ site }: { readonly site: Site }) {
  const { t } = useText();
  const tell = useTell();
  const change = useCall('changeSite');
  return (
    <SettingCard id="test-tool" title={t('settings.testTool')}>
      <Switch
        label={t('settings.testTool')}
        description={t(site.testToolForced ? 'settings.testToolForced' : 'settings.testToolText')}
        checked={site.testToolForced || site.testToolMode}
        disabled={site.testToolForced}
        onChange={(event) =>
          change.mutate(
            { body: { testToolMode: event.currentTarget.checked } },
            { onSuccess: () => tell.done(t('settings.saved')), onError: tell.failed },
          )
        }
      />
    </SettingCard>
  );
}
