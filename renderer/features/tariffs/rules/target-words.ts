import type { RULE_KINDS } from '#api/tariff-rules.ts';
import type { Translate } from '../../../text/use-text.ts';

type Kind = (typeof RULE_KINDS)[number];

/** `User group Employees`; what has no name of its own is said by its kind. */
export function targetWords(
  { kind, name }: { readonly kind: Kind; readonly name: string },
  t: Translate,
): string {
  return [t(`payers.kind.${kind}`), name].filter(Boolean).join(' ');
}
