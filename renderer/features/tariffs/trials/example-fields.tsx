import { Select, TextInput } from '@mantine/core';
import { useText } from '../../../text/use-text.ts';
import { DecimalField } from '../../../ui/decimal-field.tsx';
import { clockOf, minutesOf, WEEKDAYS } from '../../../ui/week-words.ts';
import classes from './example-section.module.css';
import type { Example } from './example-session.ts';

interface ExampleFieldsProps {
  readonly example: Example;
  /** The day at the site. */
  readonly today: string;
  readonly onChange: (change: Partial<Example>) => void;
}

const ON_DATE = 'date';
const MOST_MINUTES = 10_080;
const MOST_WH = 1_000_000;
const SPANS = ['chargingMinutes', 'idleMinutes'] as const;

/** When the session begins, how long it charges and stands, and how much it takes. */
export function ExampleFields({ example, today, onChange }: ExampleFieldsProps) {
  const { t } = useText();
  return (
    <div className={classes.fields}>
      <Select
        label={t('tariffs.exampleDay')}
        allowDeselect={false}
        data={[
          ...WEEKDAYS.map((day) => ({ value: String(day), label: t(`rules.dayName.${day}`) })),
          { value: ON_DATE, label: t('tariffs.exampleOnDate') },
        ]}
        value={example.date === null ? String(example.weekday) : ON_DATE}
        onChange={(value) =>
          onChange(value === ON_DATE ? { date: today } : { weekday: Number(value), date: null })
        }
      />
      {example.date === null ? null : (
        <TextInput
          label={t('tariffs.exampleDate')}
          type="date"
          value={example.date}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value !== '') onChange({ date: value });
          }}
        />
      )}
      <TextInput
        label={t('tariffs.exampleTime')}
        type="time"
        value={clockOf(example.startMinute)}
        onChange={(event) => {
          const startMinute = minutesOf(event.currentTarget.value);
          if (startMinute !== undefined) onChange({ startMinute });
        }}
      />
      <DecimalField
        label={t('tariffs.exampleEnergy')}
        digits={3}
        least={0}
        most={MOST_WH}
        unit="kWh"
        required
        value={example.energyWh}
        onChange={(energyWh) => onChange({ energyWh: energyWh ?? 0 })}
      />
      {SPANS.map((span) => (
        <DecimalField
          key={span}
          label={t(`tariffs.${span}`)}
          digits={0}
          least={0}
          most={MOST_MINUTES}
          unit="min"
          required
          value={example[span]}
          onChange={(minutes) => onChange({ [span]: minutes ?? 0 })}
        />
      ))}
    </div>
  );
}
