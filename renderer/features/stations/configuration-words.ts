import type { ConfigurationChange, ConfigurationEntry } from '#api/configuration.ts';
import type { Problem } from '#api/errors.ts';
import { configuration } from '../../text/en/configuration.ts';
import { configurationKeys } from '../../text/en/configuration-keys.ts';
import type { Translate } from '../../text/use-text.ts';

type KnownKey = keyof typeof configurationKeys;
type KnownProblem = keyof typeof configuration.problem;

/** What a key means; null for a maker's own. Stations misspell capitals. */
export function keyMeaning(key: string, t: Translate): string | null {
  const known = KNOWN_KEYS.get(key.toLowerCase());
  return known === undefined ? null : t(`configurationKeys.${known}`);
}

/** A value as people read it: with its unit, and yes for true. */
export function settingWords({ value, secret, standard }: ConfigurationEntry, t: Translate): string {
  if (secret) return t('configuration.secret');
  if (value === null || value === '') return t('configuration.empty');
  if (standard?.type === 'yes-no' && /^(true|false)$/i.test(value))
    return t(value.toLowerCase() === 'true' ? 'configuration.on' : 'configuration.off');
  if (standard?.type === 'list') return value.replaceAll(/\s*,\s*/g, ', ');
  const unit = standard?.unit ?? '';
  return unit === '' || !/^\d+$/.test(value) ? value : `${value} ${unit}`;
}

/** Why the program would not send a value, from the detail of its problem document. */
export function settingProblemWords({ detail = '' }: Pick<Problem, 'detail'>, t: Translate): string {
  const [kind = '', limit = ''] = detail.split(' ');
  return isKnownProblem(kind)
    ? t(`configuration.problem.${kind}`, { limit })
    : t('problems.setting-looks-wrong');
}

export function answerWords({ answer, problem }: ConfigurationChange, t: Translate): string {
  return t(`configuration.answer.${answer}`, { problem: problem ?? '' });
}

export function matchEntries(
  entries: readonly ConfigurationEntry[],
  search: string,
  t: Translate,
): readonly ConfigurationEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const text = `${entry.key} ${keyMeaning(entry.key, t) ?? ''} ${entry.value ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

const KNOWN_KEYS = new Map(
  (Object.keys(configurationKeys) as KnownKey[]).map((key) => [key.toLowerCase(), key]),
);

function isKnownProblem(kind: string): kind is KnownProblem {
  return Object.hasOwn(configuration.problem, kind);
}
