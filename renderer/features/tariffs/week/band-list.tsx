import { Button, CloseButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { MOST_MICROS } from '#api/tariff-model.ts';
import { currencySign } from '../../../lib/currency-sign.ts';
import { useText } from '../../../text/use-text.ts';
import { DecimalField, PRICE_DIGITS } from '../../../ui/decimal-field.tsx';
import type { Draft } from '../editor/use-draft.ts';
import { repainted, vatOf } from '../editor/work.ts';
import { placeId } from '../trials/fault-place.ts';
import classes from './band-list.module.css';
import { BandMark } from './band-mark.tsx';
import { MOST_BANDS } from './paint.ts';
import { addBand, changeBand, removeBand, withPrice } from './paint-area.ts';

const HOURLY = ['time', 'parking'] as const;

interface BandListProps {
  readonly draft: Draft;
  /** The band that is painted with. */
  readonly active: number;
  readonly onActivate: (band: number) => void;
}

/** Up to six price bands: each has a price for a kWh and, where wanted, for hours of charging and of standing. */
export function BandList({ draft, active, onActivate }: BandListProps) {
  const { t } = useText();
  const { tariff, drawing, edit } = draft;
  const { bands } = drawing.paint;
  const [hourly, setHourly] = useState(false);
  const hasHourly = hourly || bands.flat().some(({ dimension }) => HOURLY.some((one) => one === dimension));
  const dimensions = [
    'energy',
    ...(hasHourly ? HOURLY : []),
    ...(bands.flat().some(({ dimension }) => dimension === 'flat') ? (['flat'] as const) : []),
  ] as const;
  return (
    <>
      <ul className={classes.bands}>
        {bands.map((band, place) => (
          // Bands have no name but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: position is identity here
          <li key={place} className={classes.band} id={placeId.band(place)}>
            <button
              type="button"
              className={classes.choose}
              aria-pressed={place === active}
              onClick={() => onActivate(place)}
            >
              <BandMark band={place} />
              {t('tariffs.band', { number: place + 1 })}
            </button>
            {dimensions.map((dimension) => (
              <DecimalField
                key={dimension}
                className={classes.price}
                label={t(`tariffs.priceOf.${dimension}`)}
                of={t('tariffs.band', { number: place + 1 })}
                digits={PRICE_DIGITS}
                most={MOST_MICROS}
                unit={t(`tariffs.unit.${dimension}`, { currency: currencySign(tariff.currency) })}
                value={band.find((one) => one.dimension === dimension)?.priceMicros ?? null}
                onChange={(priceMicros) =>
                  edit((work) => {
                    const { paint } = work.drawing;
                    const before = paint.bands[place] ?? [];
                    const known = before.find((one) => one.dimension === dimension);
                    const vatBasisPoints = known?.vatBasisPoints ?? vatOf(work.tariff);
                    const next = withPrice(
                      before,
                      priceMicros === null ? dimension : { dimension, priceMicros, vatBasisPoints },
                    );
                    return repainted(work, changeBand(paint, place, next));
                  }, `band-${place}-${dimension}`)
                }
              />
            ))}
            <CloseButton
              className={classes.remove ?? ''}
              aria-label={t('tariffs.removeBand', { number: place + 1 })}
              onClick={() => edit((work) => repainted(work, removeBand(work.drawing.paint, place)))}
            />
            {band.length === 0 || drawing.paint.days.some((day) => day.includes(place)) ? null : (
              <span className={classes.unpainted}>{t('tariffs.unpainted')}</span>
            )}
          </li>
        ))}
      </ul>
      <div className={classes.buttons}>
        {bands.length >= MOST_BANDS ? null : (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              edit((work) => repainted(work, addBand(work.drawing.paint, firstPrices(work))));
              onActivate(bands.length);
            }}
          >
            {t('tariffs.addBand')}
          </Button>
        )}
        {hasHourly ? null : (
          <Button size="compact-md" variant="subtle" onClick={() => setHourly(true)}>
            {t('tariffs.addHourly')}
          </Button>
        )}
      </div>
    </>
  );
}

/** Another band begins with the price of the last one: it is easier to change than to remember. */
function firstPrices({ tariff, drawing }: Pick<Draft, 'tariff' | 'drawing'>) {
  const last = drawing.paint.bands.at(-1);
  return last ?? [{ dimension: 'energy', priceMicros: 0, vatBasisPoints: vatOf(tariff) } as const];
}
