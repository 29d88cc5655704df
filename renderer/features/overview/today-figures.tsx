import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react';
import type { Overview } from '#api/overview.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useText } from '../../text/use-text.ts';
import classes from './today-figures.module.css';

/** Today against the same weekday last week up to the same time, and what flows now. */
export function TodayFigures({ overview }: { readonly overview: Overview }) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const weekday = format.weekdayName(now);
  const { today, lastWeek } = overview;
  const versus = (value: string) => t('overview.lastWeekday', { value, weekday });
  return (
    <div className={classes.figures}>
      <Figure
        label={t('overview.todayEnergy')}
        value={format.energy(today.energyWh)}
        trend={today.energyWh - lastWeek.energyWh}
        under={versus(format.energy(lastWeek.energyWh))}
      />
      <Figure
        label={t('overview.todaySessions')}
        value={format.number(today.sessions)}
        trend={today.sessions - lastWeek.sessions}
        under={versus(format.number(lastWeek.sessions))}
      />
      <Figure label={t('overview.powerNow')} value={format.power(overview.powerW)} />
    </div>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly trend?: number;
  readonly under?: string;
}

function Figure({ label, value, trend, under }: FigureProps) {
  const Arrow = !trend ? IconArrowRight : trend > 0 ? IconArrowUpRight : IconArrowDownRight;
  return (
    <div className={classes.figure}>
      <p className={classes.label}>{label}</p>
      <p className={classes.value}>{value}</p>
      {under === undefined ? null : (
        <p className={classes.under}>
          <Arrow size={14} aria-hidden />
          {under}
        </p>
      )}
    </div>
  );
}
