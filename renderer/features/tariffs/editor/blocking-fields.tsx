import { Select, Switch, TextInput } from '@mantine/core';
import { type BlockingFee, MOST_MICROS } from '#api/tariff-model.ts';
import { currencySign } from '../../../lib/currency-sign.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { DecimalField, PRICE_DIGITS } from '../../../ui/decimal-field.tsx';
import { clockOf, minutesOf } from '../../../ui/week-words.ts';
import { blockingWords } from '../week/blocking-words.ts';
import classes from './block-sections.module.css';

interface BlockingFieldsProps {
  readonly blocking: BlockingFee;
  readonly currency: string;
  readonly onChange: (blocking: BlockingFee, key?: string) => void;
}

const HOUR_MINUTES = 60;
/** Of a minute; a tariff has its grace to the second, which so many decimals tell apart. */
const GRACE_DIGITS = 2;
const GRACE_SECONDS = 0.6;
/** A month of grace is the most that a tariff takes. */
const MOST_GRACE = 4_320_000;
const MOST_PER_MINUTE = 10_000_000_000;
const USUAL_NIGHT = { from: 1_320, to: 420 };
const DAY_MINUTES = 1_440;

/** What a full car pays a minute, from when on, at most how much, and when not. */
export function BlockingFields({ blocking, currency, onChange }: BlockingFieldsProps) {
  const { t } = useText();
  const format = useFormat();
  const { perHourMicros, grace, capMicros, quiet } = blocking;
  return (
    <>
      <div className={classes.fields}>
        <DecimalField
          label={t('tariffs.perMinute')}
          digits={PRICE_DIGITS}
          most={MOST_PER_MINUTE}
          unit={`${currencySign(currency)}/min`}
          required
          // A tariff has it by the hour.
          value={Math.round(perHourMicros / HOUR_MINUTES)}
          onChange={(micros) =>
            onChange({ ...blocking, perHourMicros: (micros ?? 0) * HOUR_MINUTES }, 'blocking-price')
          }
        />
        <DecimalField
          label={t('tariffs.graceMinutes')}
          digits={GRACE_DIGITS}
          least={0}
          most={MOST_GRACE}
          unit="min"
          required
          value={Math.round(grace.seconds / GRACE_SECONDS)}
          onChange={(hundredths) => {
            const seconds = Math.round((hundredths ?? 0) * GRACE_SECONDS);
            onChange({ ...blocking, grace: { ...grace, seconds } }, 'grace');
          }}
        />
        <Select
          label={t('tariffs.graceOf')}
          allowDeselect={false}
          data={(['idle', 'session'] as const).map((value) => ({
            value,
            label: t(`tariffs.grace.${value}`),
          }))}
          value={grace.of}
          onChange={(value) =>
            onChange({ ...blocking, grace: { ...grace, of: value === 'session' ? 'session' : 'idle' } })
          }
        />
        <DecimalField
          label={t('tariffs.cap')}
          digits={PRICE_DIGITS}
          most={MOST_MICROS}
          unit={currencySign(currency)}
          value={capMicros}
          onChange={(micros) => onChange({ ...blocking, capMicros: micros }, 'cap')}
        />
      </div>
      <Switch
        label={t('tariffs.quiet')}
        checked={quiet !== null}
        onChange={(event) =>
          onChange({ ...blocking, quiet: event.currentTarget.checked ? USUAL_NIGHT : null })
        }
      />
      {quiet === null ? null : (
        <div className={classes.fields}>
          <TextInput
            label={t('rules.from')}
            type="time"
            value={clockOf(quiet.from)}
            onChange={(event) => {
              const from = minutesOf(event.currentTarget.value);
              if (from !== undefined) onChange({ ...blocking, quiet: { ...quiet, from } }, 'quiet-from');
            }}
          />
          <TextInput
            label={t('rules.to')}
            type="time"
            value={clockOf(quiet.to % DAY_MINUTES)}
            onChange={(event) => {
              const to = minutesOf(event.currentTarget.value);
              if (to !== undefined)
                onChange({ ...blocking, quiet: { ...quiet, to: to === 0 ? DAY_MINUTES : to } }, 'quiet-to');
            }}
          />
        </div>
      )}
      <p className={classes.meaning}>{blockingWords(blocking, { t, format, currency })}</p>
    </>
  );
}
