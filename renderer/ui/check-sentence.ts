import type { AccessCheck } from '#api/access-check.ts';
import type { Format } from '../lib/format.ts';
import type { Translate } from '../text/use-text.ts';

interface Words {
  readonly t: Translate;
  readonly format: Format;
}

/** `May not charge: not allowed here, since 1 May 2026, 00:00. Who may: Employees.` */
export function checkSentence(check: AccessCheck, { t, format }: Words): string {
  const { verdict, rule, allowed, since, opensAt } = check;
  if (verdict === 'accepted')
    return rule === null ? t('rules.check.noRule') : t('rules.check.letIn', { rule: rule.name });
  const reason = t(`access.verdict.${verdict}`);
  return [
    since === null
      ? t('rules.check.refused', { reason })
      : t('rules.check.refusedSince', { reason, at: format.dateTime(since) }),
    allowed.length === 0 ? '' : t('rules.check.whoMay', { groups: allowed.join(', ') }),
    opensAt === null ? '' : t('rules.check.opensAt', { at: format.dateTime(opensAt) }),
  ]
    .filter(Boolean)
    .join(' ');
}
