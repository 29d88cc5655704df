import { Select, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { LANDS, TAXES } from '#api/tariff-model.ts';
import { useText } from '../../../text/use-text.ts';
import { DecimalField } from '../../../ui/decimal-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { useWrongField } from '../../../ui/wrong-fields.ts';
import { withHolidays } from '../week/paint-area.ts';
import classes from './frame-fields.module.css';
import { withTaxes } from './price-limits.ts';
import type { Draft } from './use-draft.ts';
import { changed, repainted, vatOf, withVat } from './work.ts';

/** A tariff that was carried over may have another. */
const CURRENCIES = ['EUR', 'CHF', 'DKK', 'CZK', 'PLN', 'GBP'];
const WHOLE_VAT = 10_000;

/** Name, what drivers read, currency and tax, and whose public holidays are meant. */
export function FrameFields({ draft }: { readonly draft: Draft }) {
  const { t } = useText();
  const { tariff, edit } = draft;
  const name = useRef<HTMLInputElement>(null);
  const isNameMissing = draft.name.trim() === '';
  useWrongField({ label: t('tariffs.name'), isWrong: isNameMissing, input: name });
  return (
    <Section title={t('tariffs.frame')} card>
      <div className={classes.fields}>
        <TextInput
          label={t('tariffs.name')}
          required
          withAsterisk={false}
          maxLength={100}
          value={draft.name}
          error={isNameMissing ? t('tariffs.nameMissing') : null}
          ref={name}
          onChange={(event) => draft.rename({ name: event.currentTarget.value })}
        />
        <Textarea
          label={t('tariffs.text')}
          description={t('tariffs.textHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          autosize
          minRows={1}
          maxLength={250}
          value={draft.text}
          onChange={(event) => draft.rename({ text: event.currentTarget.value })}
        />
      </div>
      <div className={classes.row}>
        <Select
          label={t('tariffs.currency')}
          data={[...new Set([...CURRENCIES, tariff.currency])]}
          allowDeselect={false}
          value={tariff.currency}
          onChange={(currency) =>
            edit((work) => changed(work, { currency: currency ?? work.tariff.currency }))
          }
        />
        <Select
          label={t('tariffs.taxes')}
          data={TAXES.map((value) => ({ value, label: t(`tariffs.tax.${value}`) }))}
          allowDeselect={false}
          value={tariff.taxes}
          onChange={(value) => {
            const taxes = TAXES.find((one) => one === value) ?? tariff.taxes;
            edit((work) => withTaxes(work, taxes));
          }}
        />
        {tariff.taxes === 'none' ? null : (
          <DecimalField
            label={t('tariffs.vat')}
            digits={2}
            least={0}
            most={WHOLE_VAT}
            unit="%"
            required
            value={vatOf(tariff)}
            onChange={(vat) => edit((work) => withVat(work, vat), 'vat')}
          />
        )}
      </div>
      <div className={classes.fields}>
        <Select
          label={t('tariffs.land')}
          description={t(tariff.land === 'BY' ? 'tariffs.landHintBavaria' : 'tariffs.landHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          placeholder={t('tariffs.noLand')}
          clearable
          searchable
          data={LANDS.map((value) => ({ value, label: t(`tariffs.lands.${value}`) }))}
          value={tariff.land}
          onChange={(value) => {
            const land = LANDS.find((one) => one === value) ?? null;
            edit((work) => {
              const next = changed(work, { land });
              // Without a Land nobody knows which days are holidays.
              return land === null && work.drawing.paint.hasHolidays
                ? repainted(next, withHolidays(work.drawing.paint, false))
                : next;
            });
          }}
        />
      </div>
    </Section>
  );
}
