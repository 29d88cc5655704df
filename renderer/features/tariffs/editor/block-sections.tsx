import { Switch } from '@mantine/core';
import type { Tariff } from '#api/tariff-model.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { DecimalField, PRICE_DIGITS } from '../../../ui/decimal-field.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './block-sections.module.css';
import { BlockingFields } from './blocking-fields.tsx';
import type { Draft } from './use-draft.ts';
import { changed, redrawn, vatOf } from './work.ts';

const MOST_MICROS = 1_000_000_000_000;
const LIMITS = ['minPrice', 'maxPrice'] as const;

/** What a session pays beside its energy and its time: each switched on by itself, each with a sentence of what it means. */
export function BlockSections({ draft }: { readonly draft: Draft }) {
  const { t } = useText();
  const format = useFormat();
  const { tariff, drawing, edit } = draft;
  const { currency } = tariff;
  const { startFee } = drawing;
  return (
    <Section title={t('tariffs.blocks')} card>
      <div className={classes.block}>
        <DecimalField
          className={classes.amount}
          label={t('tariffs.startFee')}
          digits={PRICE_DIGITS}
          most={MOST_MICROS}
          unit={currency}
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
      <div className={classes.block}>
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
          <div key={limit} className={classes.block}>
            <DecimalField
              className={classes.amount}
              label={t(`tariffs.${limit}`)}
              digits={PRICE_DIGITS}
              most={MOST_MICROS}
              unit={currency}
              value={limitOf(tariff, limit)}
              onChange={(micros) => edit((work) => withLimit(work, limit, micros), limit)}
            />
            <p className={classes.meaning}>{t(`tariffs.${limit}Text.${tariff.taxes}`)}</p>
          </div>
        ))}
      </div>
    </Section>
  );
}

type Limit = (typeof LIMITS)[number];

/** Said in the way in which prices are: gross, or net. */
function limitOf(tariff: Tariff, limit: Limit): number | null {
  const found = tariff[limit];
  if (found === null) return null;
  return tariff.taxes === 'included' ? found.inclVatMicros : found.exclVatMicros;
}

function withLimit(work: Pick<Draft, 'tariff' | 'drawing'>, limit: Limit, micros: number | null) {
  const before = work.tariff[limit] ?? { exclVatMicros: null, inclVatMicros: null };
  const side = work.tariff.taxes === 'included' ? 'inclVatMicros' : 'exclVatMicros';
  const next = { ...before, [side]: micros };
  const isEmpty = next.exclVatMicros === null && next.inclVatMicros === null;
  return changed(work, { [limit]: isEmpty ? null : next });
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
