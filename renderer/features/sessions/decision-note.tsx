import { IconGavel } from '@tabler/icons-react';
import type { SessionDetail } from '#api/sessions.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import classes from './decision-note.module.css';

/** What was decided, by whom and why. */
export function DecisionNote({ decision }: { readonly decision: NonNullable<SessionDetail['decision']> }) {
  const { t } = useText();
  const format = useFormat();
  const energy = decision.energyWh === null ? t('words.none') : format.energy(decision.energyWh, 3);
  return (
    <div className={classes.note}>
      <IconGavel size={18} stroke={1.75} aria-hidden />
      <div>
        <p className={classes.what}>{t(`sessions.decision.${decision.kind}`, { energy })}</p>
        {decision.note === '' ? null : <p>{decision.note}</p>}
        <p className={classes.who}>
          {t('sessions.decidedBy', { who: decision.by, time: format.dateTime(decision.at) })}
        </p>
      </div>
    </div>
  );
}
