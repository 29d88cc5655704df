import { MOST_MICROS, type Tariff } from '#api/tariff-model.ts';
import type { RuleExtras } from '#api/tariff-rules.ts';
import { currencySign } from '../../../lib/currency-sign.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { DecimalField, PRICE_DIGITS } from '../../../ui/decimal-field.tsx';
import { feeTaxWords } from './fee-words.ts';
import classes from './rule-panel.module.css';

interface ExtrasFieldsProps {
  readonly extras: RuleExtras;
  /** Whether the rule names somebody who would owe a monthly fee. */
  readonly withFee: boolean;
  /** Of the tariff; a fee that is there keeps its own. */
  readonly currency: string;
  readonly vat: number | null;
  /** How the tariff stands to tax; so does the fee. */
  readonly taxes: Tariff['taxes'];
  readonly onChange: (extras: RuleExtras) => void;
}

const MOST_WH = 100_000_000;
const WHOLE = 10_000;

/** What is agreed besides the tariff: what somebody is granted, or pays. */
export function ExtrasFields({ extras, withFee, currency, vat, taxes, onChange }: ExtrasFieldsProps) {
  const { t } = useText();
  const format = useFormat();
  const { monthlyFee } = extras;
  const vatBasisPoints = monthlyFee === null ? vat : monthlyFee.vatBasisPoints;
  const feeCurrency = monthlyFee?.currency ?? currency;
  const perMonth = monthlyFee?.perMonthMicros ?? null;
  // A fee is paid in whole cents; one that was set otherwise is shown as it is.
  const cents = format.moneyDigits(feeCurrency);
  const digits = perMonth !== null && perMonth % 10 ** (PRICE_DIGITS - cents) !== 0 ? PRICE_DIGITS : cents;
  const micros = 10 ** (PRICE_DIGITS - digits);
  return (
    <fieldset className={classes.extras}>
      <legend>{t('payers.extras')}</legend>
      <DecimalField
        label={t('payers.freeKwh')}
        description={t('payers.freeKwhHint')}
        digits={3}
        least={0}
        most={MOST_WH}
        unit="kWh"
        value={extras.freeWhPerMonth === 0 ? null : extras.freeWhPerMonth}
        onChange={(freeWhPerMonth) => onChange({ ...extras, freeWhPerMonth: freeWhPerMonth ?? 0 })}
      />
      <DecimalField
        label={t('payers.discountShare')}
        description={t('payers.discountHint')}
        digits={2}
        least={0}
        most={WHOLE}
        unit="%"
        value={extras.discountBasisPoints === 0 ? null : extras.discountBasisPoints}
        onChange={(discountBasisPoints) =>
          onChange({ ...extras, discountBasisPoints: discountBasisPoints ?? 0 })
        }
      />
      {withFee ? (
        <DecimalField
          label={t('payers.monthlyFee', {
            tax: feeTaxWords({ vatBasisPoints }, taxes, { t, format }),
          })}
          digits={digits}
          least={cents}
          most={MOST_MICROS / micros}
          unit={currencySign(feeCurrency)}
          value={perMonth === null ? null : perMonth / micros}
          onChange={(typed) =>
            onChange({
              ...extras,
              monthlyFee:
                typed === null
                  ? null
                  : { perMonthMicros: typed * micros, vatBasisPoints, currency: feeCurrency },
            })
          }
        />
      ) : null}
    </fieldset>
  );
}
