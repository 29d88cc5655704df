import type { AccessRule } from '#api/access-rules.ts';
import type { Format } from '../../../lib/format.ts';
import type { Translate } from '../../../text/use-text.ts';
import { windowWords } from '../../../ui/week-words.ts';
import { validityWords } from '../validity/validity-words.ts';

/** What a sentence about a rule is made of; also one that is still being written. */
export type RuleSaid = Pick<AccessRule, 'who' | 'where' | 'windows' | 'from' | 'to'>;

interface Words {
  readonly t: Translate;
  readonly format: Format;
  /** Name of a group; undefined for one that the reader may not see. */
  readonly groupName: (groupId: number) => string | undefined;
  readonly stationName: (stationId: string) => string;
}

/** `Group Employees may charge at stations of group Yard, Mon–Fri 06:00–20:00, until 1 May 2027`. */
export function ruleSentence(rule: RuleSaid, words: Words): string {
  const { t } = words;
  const windows = rule.windows.map((one) => windowWords(one, t)).join(t('rules.or'));
  return [
    t('rules.may', { who: whoWords(rule, words), where: whereWords(rule, words) }),
    windows,
    validityWords(rule, words),
  ]
    .filter(Boolean)
    .join(', ');
}

function whoWords({ who }: RuleSaid, { t, groupName }: Words): string {
  if (who.kind === 'everybody') return t('rules.who.everybody');
  const names = who.groupIds.map((id) => groupName(id) ?? t('rules.someGroup'));
  return t('rules.who.groups', { count: names.length, names: names.join(t('rules.or')) });
}

function whereWords({ where }: RuleSaid, { t, groupName, stationName }: Words): string {
  const groups = where.groupIds.map((id) => groupName(id) ?? t('rules.someGroup'));
  const stations = where.stationIds.map(stationName);
  const all =
    groups.length === 0
      ? t('rules.where.all')
      : t('rules.where.groups', { count: groups.length, names: groups.join(t('rules.or')) });
  const base =
    stations.length > 0 && groups.length === 0
      ? t('rules.where.stations', { count: stations.length, names: stations.join(t('rules.or')) })
      : all;
  return [
    base,
    where.powerClasses.length === 0
      ? ''
      : t('rules.where.classes', { names: where.powerClasses.join(t('rules.or')) }),
    stations.length === 0 || base !== all
      ? ''
      : t('rules.where.only', { names: stations.join(t('rules.or')) }),
  ]
    .filter(Boolean)
    .join(' ');
}
