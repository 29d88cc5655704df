import { Select, TextInput } from '@mantine/core';
import { timeZoneChoices } from '../../lib/places.ts';
import { useText } from '../../text/use-text.ts';
import type { StepProps } from './answers.ts';

export function SiteStep({ answers, onChange }: StepProps) {
  const { t } = useText();
  return (
    <>
      <TextInput
        label={t('settings.siteName')}
        placeholder={t('setup.siteDefault')}
        autoFocus
        maxLength={100}
        value={answers.siteName}
        onChange={(event) => onChange({ siteName: event.currentTarget.value })}
      />
      <Select
        label={t('settings.timeZone')}
        data={[...timeZoneChoices(answers.timeZone)]}
        value={answers.timeZone}
        allowDeselect={false}
        searchable
        limit={80}
        onChange={(timeZone) => timeZone !== null && onChange({ timeZone })}
      />
    </>
  );
}
