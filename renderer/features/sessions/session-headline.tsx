import type { SessionDetail } from '#api/sessions.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import classes from './session-headline.module.css';

/** The three figures that people ask for. */
export function SessionHeadline({ session }: { readonly session: SessionDetail }) {
  const { t } = useText();
  const format = useFormat();
  const energyWh = session.energyWh ?? session.measuredWh;
  const open = session.energyWh === null;
  return (
    <div className={classes.figures}>
      <div>
        <p className={classes.label}>{t(open ? 'sessions.measured' : 'words.energy')}</p>
        <p className={classes.value} data-open={open}>
          {energyWh === null ? '–' : format.energy(energyWh, 3)}
        </p>
      </div>
      <div>
        <p className={classes.label}>{t('words.duration')}</p>
        <p className={classes.value}>{format.duration(session.durationSeconds)}</p>
      </div>
      {session.powerW === null || session.state !== 'running' ? null : (
        <div>
          <p className={classes.label}>{t('words.power')}</p>
          <p className={classes.value}>{format.power(session.powerW)}</p>
        </div>
      )}
    </div>
  );
}
