import { Chip, CloseButton, TextInput } from '@mantine/core';
import type { WeekWindow } from '#api/access-rules.ts';
import { useText } from '../../../text/use-text.ts';
import { clockOf, minutesOf, WEEKDAYS, windowWords } from '../../../ui/week-words.ts';
import classes from './window-fields.module.css';

interface WindowRowProps {
  readonly window: WeekWindow;
  readonly onChange: (window: WeekWindow) => void;
  readonly onRemove: () => void;
}

const DAY_MINUTES = 1440;

/** Some days of the week, from one time to another. */
export function WindowRow({ window, onChange, onRemove }: WindowRowProps) {
  const { t } = useText();
  const overnight = window.to <= window.from;
  return (
    <div className={classes.window}>
      <div className={classes.days}>
        <Chip.Group
          multiple
          value={window.days.map(String)}
          onChange={(chosen) => {
            const days = WEEKDAYS.filter((day) => chosen.some((value) => value === String(day)));
            // A window of no day would be no window.
            if (days.length > 0) onChange({ ...window, days });
          }}
        >
          {WEEKDAYS.map((day) => (
            <Chip key={day} value={String(day)} size="xs" aria-label={t(`rules.dayName.${day}`)}>
              {t(`rules.day.${day}`)}
            </Chip>
          ))}
        </Chip.Group>
        <CloseButton
          className={classes.remove ?? ''}
          aria-label={t('rules.removeWindow', { window: windowWords(window, t) })}
          onClick={onRemove}
        />
      </div>
      <div className={classes.times}>
        <TextInput
          label={t('rules.from')}
          type="time"
          required
          withAsterisk={false}
          value={clockOf(window.from)}
          onChange={(event) => {
            const from = minutesOf(event.currentTarget.value);
            if (from !== undefined) onChange({ ...window, from });
          }}
        />
        <TextInput
          label={t('rules.to')}
          type="time"
          required
          withAsterisk={false}
          // A field for a time knows no 24:00: midnight is the end of the day.
          value={clockOf(window.to % DAY_MINUTES)}
          onChange={(event) => {
            const to = minutesOf(event.currentTarget.value);
            if (to !== undefined) onChange({ ...window, to: to === 0 ? DAY_MINUTES : to });
          }}
        />
      </div>
      {overnight ? <p className={classes.hint}>{t('rules.overnight')}</p> : null}
    </div>
  );
}
