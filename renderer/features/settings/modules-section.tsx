import { Switch } from '@mantine/core';
import type { Module } from '#api/modules.ts';
import type { Site } from '#api/site.ts';
import { useCall } from '../../lib/use-call.ts';
import { PRESENT_MODULES } from '../../lib/use-modules.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { SettingCard } from './setting-card.tsx';

/** Parts of the program that this site needs or not. Nothing that they keep is lost. */
export function ModulesSection({ site }: { readonly site: Site }) {
  const { t } = useText();
  const tell = useTell();
  const change = useCall('changeSite');
  const save = (modulesOff: Module[]) =>
    change.mutate(
      { body: { modulesOff } },
      { onSuccess: () => tell.done(t('settings.saved')), onError: tell.failed },
    );
  return (
    <SettingCard id="modules" title={t('modules.title')}>
      {PRESENT_MODULES.map((module) => (
        <Switch
          key={module}
          label={t(`modules.name.${module}`)}
          description={t(`modules.text.${module}`)}
          checked={!site.modulesOff.includes(module)}
          onChange={(event) => {
            const others = site.modulesOff.filter((one) => one !== module);
            save(event.currentTarget.checked ? others : [...others, module]);
          }}
        />
      ))}
    </SettingCard>
  );
}
