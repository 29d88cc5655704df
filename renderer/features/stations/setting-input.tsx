import { Select, TextInput } from '@mantine/core';
import type { ConfigurationEntry } from '#api/configuration.ts';
import { useText } from '../../text/use-text.ts';

interface SettingInputProps {
  readonly entry: ConfigurationEntry | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field for a value of the kind that the standard gives the key; any text for a maker's own. */
export function SettingInput({ entry, value, onChange }: SettingInputProps) {
  const { t } = useText();
  const standard = entry?.standard ?? null;
  const label = t('configuration.wanted');
  if (standard?.type === 'yes-no')
    return (
      <Select
        label={label}
        data={[
          { value: 'true', label: t('configuration.on') },
          { value: 'false', label: t('configuration.off') },
        ]}
        allowDeselect={false}
        data-autofocus
        value={value.toLowerCase()}
        onChange={(chosen) => onChange(chosen ?? value)}
      />
    );
  return (
    <TextInput
      label={label}
      description={hint()}
      inputWrapperOrder={['label', 'input', 'description']}
      inputMode={standard?.type === 'number' ? 'numeric' : 'text'}
      rightSection={standard === null || standard.unit === '' ? undefined : standard.unit}
      autoComplete="off"
      maxLength={500}
      data-autofocus={entry === null ? undefined : true}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );

  function hint(): string | undefined {
    if (standard?.type === 'list') return t('configuration.listHint');
    if (standard?.type !== 'number' || standard.least === null) return undefined;
    const { least, most } = standard;
    return most === null ? t('configuration.atLeast', { least }) : t('configuration.bounds', { least, most });
  }
}
