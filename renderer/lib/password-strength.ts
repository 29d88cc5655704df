export type PasswordStrength = 'short' | 'weak' | 'fair' | 'good' | 'strong';

export const LEAST_PASSWORD_LENGTH = 10;

const COMMON = /^(passwor[td]|qwert[yz]|ladehaus|12345|abcde|letmein|hallo|willkommen|admin)/i;

/** A hint, not a gate: length counts most, kinds of characters and repetition a little. */
export function passwordStrength(password: string): PasswordStrength {
  if (password.length < LEAST_PASSWORD_LENGTH) return 'short';
  const kinds = [/[a-zäöüß]/, /[A-ZÄÖÜ]/, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  const distinct = new Set(password.toLowerCase()).size;
  if (COMMON.test(password) || distinct < 6) return 'weak';
  const score = password.length + kinds * 2;
  if (score >= 24) return 'strong';
  return score >= 18 ? 'good' : 'fair';
}
