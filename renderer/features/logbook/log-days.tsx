import type { LogEntry } from '#api/logbook.ts';
import { daysBefore } from '../../lib/site-day.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useText } from '../../text/use-text.ts';
import { LogLine } from '../../ui/log-line.tsx';
import classes from './log-days.module.css';

/** The entries by the site's days. */
export function LogDays({ entries }: { readonly entries: readonly LogEntry[] }) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const days = byDay(entries, format.dayKey);
  const today = format.dayKey(now);
  const yesterday = daysBefore(today, 1);
  const titleOf = (day: string, at: string): string => {
    if (day === today) return t('words.today');
    return day === yesterday ? t('words.yesterday') : format.weekday(at);
  };
  return [...days].map(([day, lines]) => (
    <section key={day} className={classes.day}>
      <h2 className={classes.title}>{titleOf(day, lines[0]?.at ?? day)}</h2>
      <ul className={classes.lines}>
        {lines.map((entry) => (
          <LogLine key={entry.id} entry={entry} withDetails />
        ))}
      </ul>
    </section>
  ));
}

function byDay(
  entries: readonly LogEntry[],
  dayKey: (at: string) => string,
): ReadonlyMap<string, LogEntry[]> {
  const days = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    const day = dayKey(entry.at);
    const lines = days.get(day);
    if (lines === undefined) days.set(day, [entry]);
    else lines.push(entry);
  }
  return days;
}
