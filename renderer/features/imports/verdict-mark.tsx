import { IconAlertTriangle, IconEqual, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { useText } from '../../text/use-text.ts';
import type { Verdict } from './use-dry-run.ts';
import classes from './verdict-mark.module.css';

const ICONS = {
  new: IconPlus,
  changed: IconPencil,
  unchanged: IconEqual,
  error: IconAlertTriangle,
  skipped: IconMinus,
} as const;

/** What becomes of a row, by sign, word and colour. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useText();
  const Icon = ICONS[verdict];
  return (
    <span className={classes.mark} data-verdict={verdict}>
      <Icon size={14} stroke={2} aria-hidden />
      {t(`imports.verdict.${verdict}`)}
    </span>
  );
}
