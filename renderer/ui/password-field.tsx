import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useText } from '../text/use-text.ts';

/** A password that can be made readable; the button for it speaks the reader's language. */
export function PasswordField(props: PasswordInputProps) {
  const { t } = useText();
  return <PasswordInput visibilityToggleButtonProps={{ 'aria-label': t('words.showPassword') }} {...props} />;
}
