import type { Translate } from '../../text/use-text.ts';

export const PROFILES = ['0', '1', '2', '3'] as const;

/** A security profile with what it means. */
export function profileWords(profile: number, t: Translate): string {
  const known = PROFILES.find((one) => one === String(profile));
  return known === undefined ? String(profile) : t(`security.profiles.${known}`);
}
