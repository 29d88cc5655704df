import { Chip, Input, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { DIMENSIONS, MOST_MICROS, type Restrictions, type TariffElement } from '#api/tariff-model.ts';
import { currencySign } from '../../../lib/currency-sign.ts';
import { useText } from '../../../text/use-text.ts';
import { DecimalField, PRICE_DIGITS } from '../../../ui/decimal-field.tsx';
import { clockOf, minutesOf, WEEKDAYS } from '../../../ui/week-words.ts';
import { withPrice } from '../week/paint-area.ts';
import classes from './special-section.module.css';

interface SpecialFormProps {
  /** What the page calls it. */
  readonly name: string;
  readonly element: TariffElement;
  readonly currency: string;
  readonly vat: number | null;
  readonly onChange: (element: TariffElement, key: string) => void;
}

const DAY_MINUTES = 1_440;
const MINUTE_SECONDS = 60;
/** How the bounds are typed. A hundredth of a minute is less than a second: each second has a number of its own. */
const RANGES = [
  { name: 'energyWh', digits: 3, unit: 'kWh', scale: 1 },
  { name: 'durationSeconds', digits: 2, unit: 'min', scale: MINUTE_SECONDS / 100 },
  { name: 'powerW', digits: 3, unit: 'kW', scale: 1 },
  { name: 'currentMa', digits: 3, unit: 'A', scale: 1 },
] as const;
const SIDES = ['atLeast', 'below'] as const;

/** When a special price counts, and what it is. */
export function SpecialForm({ name: ofPrice, element, currency, vat, onChange }: SpecialFormProps) {
  const { t } = useText();
  const { components, when } = element;
  const set = (change: Partial<Restrictions>, key: string) =>
    onChange({ components, when: { ...when, ...change } }, key);
  return (
    <div className={classes.groups}>
      <Group title={t('tariffs.specialGroup.costs')}>
        {DIMENSIONS.map((dimension) => (
          <DecimalField
            key={dimension}
            label={t(`tariffs.priceOf.${dimension}`)}
            of={ofPrice}
            digits={PRICE_DIGITS}
            most={MOST_MICROS}
            unit={t(`tariffs.unit.${dimension}`, { currency: currencySign(currency) })}
            value={components.find((one) => one.dimension === dimension)?.priceMicros ?? null}
            onChange={(priceMicros) =>
              onChange(
                {
                  when,
                  components: [
                    ...withPrice(
                      components,
                      priceMicros === null ? dimension : { dimension, priceMicros, vatBasisPoints: vat },
                    ),
                  ],
                },
                dimension,
              )
            }
          />
        ))}
      </Group>
      <Group title={t('tariffs.specialGroup.when')}>
        <TextInput
          type="time"
          label={t('rules.from')}
          value={when.window === null ? '' : clockOf(when.window.from)}
          onChange={(event) =>
            set({ window: windowWith(when, { from: minutesOf(event.currentTarget.value) }) }, 'w-from')
          }
        />
        <TextInput
          type="time"
          label={t('rules.to')}
          value={when.window === null ? '' : clockOf(when.window.to % DAY_MINUTES)}
          onChange={(event) =>
            set({ window: windowWith(when, { to: minutesOf(event.currentTarget.value) }) }, 'w-to')
          }
        />
      </Group>
      <Group title={t('tariffs.specialGroup.days')}>
        <Input.Wrapper className={classes.wide ?? ''} label={t('tariffs.weekdays')} labelElement="div">
          <Chip.Group
            multiple
            value={(when.weekdays ?? WEEKDAYS).map(String)}
            onChange={(chosen) => {
              const weekdays = WEEKDAYS.filter((day) => chosen.includes(String(day)));
              // On no day at all it would never count.
              if (weekdays.length > 0)
                set({ weekdays: weekdays.length === WEEKDAYS.length ? null : weekdays }, 'days');
            }}
          >
            <div className={classes.days}>
              {WEEKDAYS.map((day) => (
                <Chip key={day} value={String(day)} size="xs" aria-label={t(`rules.dayName.${day}`)}>
                  {t(`rules.day.${day}`)}
                </Chip>
              ))}
            </div>
          </Chip.Group>
        </Input.Wrapper>
        {(['from', 'until'] as const).map((side) => (
          <TextInput
            key={side}
            type="date"
            label={t(`tariffs.bound.${side}`)}
            value={when.dates?.[side] ?? ''}
            onChange={(event) => {
              const next = {
                ...(when.dates ?? { from: null, until: null }),
                [side]: event.currentTarget.value || null,
              };
              set({ dates: next.from === null && next.until === null ? null : next }, side);
            }}
          />
        ))}
      </Group>
      <Group title={t('tariffs.specialGroup.more')}>
        {RANGES.flatMap(({ name, digits, unit, scale }) =>
          SIDES.map((side) => {
            const bound = when[name]?.[side] ?? null;
            return (
              <DecimalField
                key={`${name}-${side}`}
                label={t(`tariffs.bound.${side}.${name}`)}
                of={ofPrice}
                digits={digits}
                least={0}
                unit={unit}
                value={bound === null ? null : Math.round(bound / scale)}
                onChange={(value) => {
                  const before = when[name] ?? { atLeast: null, below: null };
                  const next = { ...before, [side]: value === null ? null : Math.round(value * scale) };
                  const isEmpty = next.atLeast === null && next.below === null;
                  set({ [name]: isEmpty ? null : next }, `${name}-${side}`);
                }}
              />
            );
          }),
        )}
      </Group>
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend>{title}</legend>
      <div className={classes.fields}>{children}</div>
    </fieldset>
  );
}

/** A window with one end changed; without its times it is none. */
function windowWith(
  { window }: Restrictions,
  change: { readonly from?: number | undefined; readonly to?: number | undefined },
): Restrictions['window'] {
  const from = 'from' in change ? change.from : (window?.from ?? 0);
  const to = 'to' in change ? change.to : (window?.to ?? DAY_MINUTES);
  if (from === undefined || to === undefined) return null;
  return { from, to: to === 0 ? DAY_MINUTES : to };
}
