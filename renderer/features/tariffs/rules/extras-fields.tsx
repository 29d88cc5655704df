import type { RuleExtras } from '#api/tariff-rules.ts';
import { useText } from '../../../text/use-text.ts';
import { DecimalField, PRICE_DIGITS } from '../../../ui/decimal-field.tsx';
import classes from './rule-panel.module.css';

interface ExtrasFieldsProps {
  readonly extras: RuleExtras;
  /** Whether the rule names somebody who would owe a monthly fee. */
  readonly withFee: boolean;
  /** Of the tariff; a fee that is there keeps its own. */
  readonly currency: string;
  readonly vat: number | null;
  readonly onChange: (extras: RuleExtras) => void;
}

const MOST_WH = 100_000_000;
const WHOLE = 10_000;

/** What somebody is granted, or pays, beside the tariff. */
export function ExtrasFields({ extras, withFee, currency, vat, onChange }: ExtrasFieldsProps) {
  const { t } = useText();
  return (
    <fieldset className={classes.extras}>
      <legend>{t('payers.extras')}</legend>
      <DecimalField
        label={t('payers.freeKwh')}
        digits={3}
        least={0}
        most={MOST_WH}
        unit="kWh"
        value={extras.freeWhPerMonth === 0 ? null : extras.freeWhPerMonth}
        onChange={(freeWhPerMonth) => onChange({ ...extras, freeWhPerMonth: freeWhPerMonth ?? 0 })}
      />
      <DecimalField
        label={t('payers.discountShare')}
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
          label={t('payers.monthlyFee')}
          digits={PRICE_DIGITS}
          unit={extras.monthlyFee?.currency ?? currency}
          value={extras.monthlyFee?.perMonthMicros ?? null}
          onChange={(perMonthMicros) =>
            onChange({
              ...extras,
              monthlyFee:
                perMonthMicros === null
                  ? null
                  : {
                      perMonthMicros,
                      vatBasisPoints: extras.monthlyFee?.vatBasisPoints ?? vat,
                      currency: extras.monthlyFee?.currency ?? currency,
                    },
            })
          }
        />
      ) : null}
    </fieldset>
  );
}
