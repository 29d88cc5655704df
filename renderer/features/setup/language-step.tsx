import { SegmentedControl, Select } from '@mantine/core';
import { regionChoices } from '../../lib/places.ts';
import { useText } from '../../text/use-text.ts';
import type { StepProps } from './answers.ts';

export function LanguageStep({ answers, onChange }: StepProps) {
  const { t } = useText();
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t('shell.language')}
        data={[
          { value: 'de', label: 'Deutsch' },
          { value: 'en', label: 'English' },
        ]}
        value={answers.language}
        onChange={(language) => onChange({ language: language === 'de' ? 'de' : 'en' })}
      />
      <Select
        label={t('settings.region')}
        description={t('settings.regionHint')}
        data={[...regionChoices(answers.language, answers.region)]}
        value={answers.region}
        allowDeselect={false}
        searchable
        onChange={(region) => region !== null && onChange({ region })}
      />
    </>
  );
}
