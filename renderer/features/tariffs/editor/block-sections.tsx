import { Switch } from '@mantine/core';
import { MOST_MICROS, type Tariff } from '#api/tariff-model.ts';
import { currencySign } from '../../../lib/currency-sign.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { DecimalField, PRICE_DIGITS } from '../../../ui/decimal-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { placeId } from '../trials/fault-place.ts';
import classes from './block-sections.module.css';
import { BlockingFields } from './blocking-fields.tsx';
import { LIMITS, shownHalves, typedHalf, withLimit } from './price-limits.ts';
import type { Draft } from './use-draft.ts';
import { changed, redrawn, vatOf } from './work.ts';

/** What a session pays beside its energy and its time: each switched on by itself, each with a sentence of what it means. */
export function BlockSections({ draft }: { readonly draft: Draft }) {
  const { t } = useText();
  const format = useFormat();
  const { tariff, drawing, edit } = draft;
  const { currency } = tariff;
  const { startFee } = drawing;
  return (
    <Section title={t('tariffs.blocks')} card>
      <div className={classes.block} id={placeId.startFee}>
        <DecimalField
          className={classes.amount}
          label={t('tariffs.startFee')}
          digits={PRICE_DIGITS}
          most={MOST_MICROS}
          unit={currencySign(currency)}
          value={startFee?.priceMicros ?? null}
          onChange={(priceMicros) =>
            edit((work) => {
              const vatBasisPoints = work.drawing.startFee?.vatBasisPoints ?? vatOf(work.tariff);
              return redrawn(work, {
                startFee: priceMicros === null ? null : { dimension: 'flat', priceMicros, vatBasisPoints },
              });
            }, 'start-fee')
          }
        />
        <p className={classes.meaning}>
          {startFee === null
            ? t('tariffs.startFeeNone')
            : t('tariffs.startFeeText', { price: format.price(startFee.priceMicros, currency) })}
        </p>
      </div>
      <div className={classes.block} id={placeId.blocking}>
        <Switch
          label={t('tariffs.blocking')}
          checked={tariff.blocking !== null}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            edit((work) => changed(work, { blocking: checked ? usualBlocking(work.tariff) : null }));
          }}
        />
        {tariff.blocking === null ? (
          <p className={classes.meaning}>{t('tariffs.blockingNone')}</p>
        ) : (
          <BlockingFields
            blocking={tariff.blocking}
            currency={currency}
            onChange={(blocking, key) => edit((work) => changed(work, { blocking }), key)}
          />
        )}
      </div>
      <div className={classes.pair}>
        {LIMITS.map((limit) => (
          <div key={limit} className={classes.block} id={placeId[limit]}>
            {shownHalves(tariff, limit).map((half) => (
              <DecimalField
                key={half}
                className={classes.amount}
                label={half === typedHalf(tariff) ? t(`tariffs.${limit}`) : t(`tariffs.${limit}Half.${half}`)}
                digits={PRICE_DIGITS}
                most={MOST_MICROS}
                unit={currencySign(currency)}
                value={tariff[limit]?.[half] ?? null}
                onChange={(micros) =>
                  edit((work) => withLimit(work, { limit, half }, micros), `${limit}-${half}`)
                }
              />
            ))}
            <p className={classes.meaning}>{t(`tariffs.${limit}Text.${tariff.taxes}`)}</p>
          </div>
        ))}
      </div>
    </Section>
  );
}

/** 10 cents a minute, an hour after the car is full, and none at night: what most sites begin with. */
function usualBlocking(tariff: Tariff): NonNullable<Tariff['blocking']> {
  return {
    perHourMicros: 6_000_000,
    vatBasisPoints: vatOf(tariff),
    grace: { of: 'idle', seconds: 3_600 },
    capMicros: 12_000_000,
    quiet: null,
  };
}
