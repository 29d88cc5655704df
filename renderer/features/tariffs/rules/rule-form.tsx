import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { TariffRule } from '#api/tariff-rules.ts';
import type { Tariff } from '#api/tariffs.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { shownTariff } from '../list/shown-tariff.ts';
import type { TariffsPlace } from '../use-tariffs-place.ts';
import { ExtrasFields } from './extras-fields.tsx';
import { feeVatOf } from './fee-vat.ts';
import { byTariff, mayCostFee, ruleFields, targetOf } from './rule-fields.ts';
import classes from './rule-panel.module.css';
import { TargetFields } from './target-fields.tsx';
import { useSaveRule } from './use-save-rule.ts';

interface RuleFormProps {
  /** Null for one that is being written. */
  readonly rule: TariffRule | null;
  readonly place: TariffsPlace;
}

/**
 * Whom a rule is about, by which tariff they pay, and what they are granted beside it. Only once the tariffs are known can a
 * monthly fee be typed: it has their currency and tax.
 */
export function RuleForm(props: RuleFormProps) {
  const { t } = useText();
  const { data, error, refetch } = useQuery(apiQuery('listTariffs', {}));
  if (data !== undefined) return <Form {...props} tariffs={data.items} />;
  return error === null ? (
    <p aria-busy="true">{t('words.loading')}</p>
  ) : (
    <ProblemNote error={error} onRetry={() => void refetch()} />
  );
}

interface FormProps extends RuleFormProps {
  readonly tariffs: readonly Tariff[];
}

function Form({ rule, place, tariffs }: FormProps) {
  const { t } = useText();
  const { save, replacedBy, error, isPending } = useSaveRule(rule, ({ id }) => place.show({ rule: id }));
  const [fields, setFields] = useState(() => ruleFields(rule));
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const target = targetOf(fields);
  const replaced = target === undefined ? null : replacedBy(target);
  const withFee = mayCostFee(fields);
  const chosen = tariffs.find(({ id }) => id === fields.tariffId);
  const model = chosen === undefined ? null : shownTariff(chosen);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const { tariffId, extras } = fields;
    if (target === undefined || tariffId === null) return;
    save({ tariffId, target, extras: withFee ? extras : { ...extras, monthlyFee: null } });
  };
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <TargetFields fields={fields} set={set} />
      <Select
        label={t('payers.tariff')}
        placeholder={t('payers.chooseTariff')}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t(tariffs.length === 0 ? 'payers.tariffFirst' : 'payers.noTariffs')}
        data={tariffs.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={fields.tariffId === null ? null : String(fields.tariffId)}
        onChange={(id) =>
          setFields((before) =>
            byTariff(
              before,
              tariffs.find((one) => String(one.id) === id),
            ),
          )
        }
      />
      {chosen !== undefined && chosen.inForce === null ? (
        <p className={classes.hint}>
          {t(chosen.scheduled === null ? 'payers.notPublished' : 'payers.notYet', { name: chosen.name })}
        </p>
      ) : null}
      {replaced === null ? null : (
        <p className={classes.hint}>{t('payers.replaces', { tariff: replaced.tariffName })}</p>
      )}
      <ExtrasFields
        extras={fields.extras}
        withFee={withFee}
        currency={model?.currency ?? 'EUR'}
        vat={model === null ? null : feeVatOf(model)}
        taxes={model?.taxes ?? 'included'}
        onChange={(extras) => set({ extras })}
      />
      {error === null ? null : <ProblemNote error={error} />}
      <div>
        <Button type="submit" disabled={target === undefined || fields.tariffId === null} loading={isPending}>
          {t(rule === null ? 'words.add' : 'words.save')}
        </Button>
      </div>
    </form>
  );
}
