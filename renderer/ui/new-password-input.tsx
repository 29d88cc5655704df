import { passwordStrength } from '../lib/password-strength.ts';
import { useText } from '../text/use-text.ts';
import classes from './new-password-input.module.css';
import { PasswordField } from './password-field.tsx';

interface NewPasswordInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly autoFocus?: boolean;
}

/** A password to be chosen, with a word about how good it is. */
export function NewPasswordInput({ label, value, onChange, autoFocus = false }: NewPasswordInputProps) {
  const { t } = useText();
  const strength = passwordStrength(value);
  return (
    <div>
      <PasswordField
        label={label}
        description={t('setup.passwordHint')}
        name="new-password"
        autoComplete="new-password"
        minLength={10}
        required
        withAsterisk={false}
        autoFocus={autoFocus}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.strength} data-strength={strength} data-empty={value === ''}>
        <span aria-hidden />
        <span aria-hidden />
        <span aria-hidden />
        <span aria-hidden />
        <p role="status">{value === '' ? '' : t(`setup.strength.${strength}`)}</p>
      </div>
    </div>
  );
}
