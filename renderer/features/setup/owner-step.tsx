import { TextInput } from '@mantine/core';
import { useText } from '../../text/use-text.ts';
import { NewPasswordInput } from '../../ui/new-password-input.tsx';
import type { StepProps } from './answers.ts';

export function OwnerStep({ answers, onChange }: StepProps) {
  const { t } = useText();
  return (
    <>
      <TextInput
        label={t('setup.ownerName')}
        placeholder={t('setup.ownerDefault')}
        name="username"
        autoComplete="username"
        autoFocus
        maxLength={100}
        value={answers.ownerName}
        onChange={(event) => onChange({ ownerName: event.currentTarget.value })}
      />
      <NewPasswordInput
        label={t('setup.password')}
        value={answers.password}
        onChange={(password) => onChange({ password })}
      />
    </>
  );
}
