import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Site } from '#api/site.ts';
import { regionChoices, timeZoneChoices } from '../../lib/places.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { SettingCard } from './setting-card.tsx';
import classes from './site-section.module.css';

/** Name, language, region and time zone of the site. */
export function SiteSection({ site }: { readonly site: Site }) {
  const { t, language } = useText();
  const tell = useTell();
  const change = useCall('changeSite');
  const [changed, setChanged] = useState<Partial<Pick<Site, 'name' | 'language' | 'region' | 'timeZone'>>>(
    {},
  );
  const shown = { ...site, ...changed };
  return (
    <SettingCard id="site" title={t('settings.site')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(
            { body: changed },
            {
              onSuccess: () => {
                setChanged({});
                tell.done(t('settings.saved'));
              },
              onError: tell.failed,
            },
          );
        }}
      >
        <TextInput
          label={t('settings.siteName')}
          required
          withAsterisk={false}
          maxLength={100}
          value={shown.name}
          onChange={(event) => setChanged({ ...changed, name: event.currentTarget.value })}
        />
        <Select
          label={t('settings.language')}
          description={t('settings.languageHint')}
          data={[
            { value: 'de', label: 'Deutsch' },
            { value: 'en', label: 'English' },
          ]}
          allowDeselect={false}
          value={shown.language}
          onChange={(language) => setChanged({ ...changed, language: language === 'de' ? 'de' : 'en' })}
        />
        <Select
          label={t('settings.region')}
          description={t('settings.regionHint')}
          data={[...regionChoices(language, shown.region)]}
          searchable
          allowDeselect={false}
          value={shown.region}
          onChange={(region) => region !== null && setChanged({ ...changed, region })}
        />
        <Select
          label={t('settings.timeZone')}
          data={[...timeZoneChoices(shown.timeZone)]}
          searchable
          limit={80}
          allowDeselect={false}
          value={shown.timeZone}
          onChange={(timeZone) => timeZone !== null && setChanged({ ...changed, timeZone })}
        />
        {Object.keys(changed).length === 0 ? null : (
          <div className={classes.buttons}>
            <Button type="submit" loading={change.isPending}>
              {t('words.save')}
            </Button>
            <Button variant="subtle" onClick={() => setChanged({})}>
              {t('words.cancel')}
            </Button>
          </div>
        )}
      </form>
    </SettingCard>
  );
}
