import { Button, Chip, CloseButton, Input, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { clockOf, minutesOf } from '../../../ui/week-words.ts';
import { BandMark } from './band-mark.tsx';
import { type Stretch, stretchesOf } from './elements-of-paint.ts';
import { columnsOf, type Paint, QUARTER_MINUTES, QUARTERS } from './paint.ts';
import { paintWindow } from './paint-area.ts';
import { bandWords } from './price-words.ts';
import classes from './stretch-list.module.css';
import { columnName, columnShort, stretchWords } from './stretch-words.ts';

interface StretchListProps {
  readonly paint: Paint;
  readonly currency: string;
  readonly onPaint: (paint: Paint) => void;
}

const DAY_MINUTES = QUARTERS * QUARTER_MINUTES;
const QUARTER_SECONDS = QUARTER_MINUTES * 60;
const NOTHING = 'none';

/** The painted week as a list, and a way to paint without painting: days, times, and a band. */
export function StretchList({ paint, currency, onPaint }: StretchListProps) {
  const { t } = useText();
  const format = useFormat();
  const [days, setDays] = useState<readonly number[]>([0, 1, 2, 3, 4]);
  const [from, setFrom] = useState(360);
  const [to, setTo] = useState(1_320);
  const [band, setBand] = useState('0');
  const columns = columnsOf(paint);
  const stretches = stretchesOf(paint);
  const onGrid = [from, to].every((minute) => minute % QUARTER_MINUTES === 0);
  const edit = ({ columns: chosen, window, band: place }: Stretch) => {
    setDays(chosen);
    setFrom(window.from);
    setTo(window.to);
    setBand(String(place));
  };
  const put = (stretch: Pick<Stretch, 'columns' | 'window'>, place: number | null) => {
    const { window } = stretch;
    onPaint(
      paintWindow(
        paint,
        { columns: stretch.columns, from: window.from / QUARTER_MINUTES, to: window.to / QUARTER_MINUTES },
        place,
      ),
    );
  };
  return (
    <div className={classes.side}>
      <h3>{t('tariffs.asList')}</h3>
      <ul className={classes.list}>
        {stretches.map((stretch) => (
          <li key={`${stretch.band}-${stretch.columns.join()}-${stretch.window.from}`}>
            <BandMark band={stretch.band} />
            <button type="button" className={classes.words} onClick={() => edit(stretch)}>
              {stretchWords(stretch, t)}
              <span>{bandWords(paint.bands[stretch.band] ?? [], { t, format, currency })}</span>
            </button>
            <CloseButton
              size="sm"
              aria-label={t('tariffs.clearStretch', { stretch: stretchWords(stretch, t) })}
              onClick={() => put(stretch, null)}
            />
          </li>
        ))}
      </ul>
      <div className={classes.form}>
        <Input.Wrapper label={t('tariffs.days')} labelElement="div">
          <Chip.Group
            multiple
            value={days.map(String)}
            onChange={(chosen) => setDays(columns.filter((column) => chosen.includes(String(column))))}
          >
            <div className={classes.days}>
              {columns.map((column) => (
                <Chip key={column} value={String(column)} size="xs" aria-label={columnName(column, t)}>
                  {columnShort(column, t)}
                </Chip>
              ))}
            </div>
          </Chip.Group>
        </Input.Wrapper>
        <div className={classes.times}>
          <TextInput
            label={t('rules.from')}
            type="time"
            step={QUARTER_SECONDS}
            value={clockOf(from)}
            onChange={(event) => setFrom(minutesOf(event.currentTarget.value) ?? from)}
          />
          <TextInput
            label={t('rules.to')}
            type="time"
            step={QUARTER_SECONDS}
            // A field for a time knows no 24:00: midnight is the end of the day.
            value={clockOf(to % DAY_MINUTES)}
            onChange={(event) => {
              const minutes = minutesOf(event.currentTarget.value) ?? to;
              setTo(minutes === 0 ? DAY_MINUTES : minutes);
            }}
          />
        </div>
        {onGrid ? null : <p className={classes.hint}>{t('tariffs.byQuarters')}</p>}
        <Select
          label={t('tariffs.costs')}
          allowDeselect={false}
          data={[
            ...paint.bands.map((_, place) => ({
              value: String(place),
              label: t('tariffs.band', { number: place + 1 }),
            })),
            { value: NOTHING, label: t('tariffs.noPrice') },
          ]}
          value={band}
          onChange={(value) => setBand(value ?? NOTHING)}
        />
        <Button
          variant="default"
          disabled={days.length === 0 || !onGrid || from === to}
          onClick={() => put({ columns: days, window: { from, to } }, band === NOTHING ? null : Number(band))}
        >
          {t('tariffs.put')}
        </Button>
      </div>
    </div>
  );
}
