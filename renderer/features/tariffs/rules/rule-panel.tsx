import { Button, Select } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { TariffRule } from '#api/tariff-rules.ts';
import { apiQuery, useCall } from '../../../lib/api-query.ts';
import { useHomeTenant } from '../../../lib/use-home-tenant.ts';
import { useMay } from '../../../lib/use-may.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { DetailPanel } from '../../../ui/split-page.tsx';
import { vatOf } from '../editor/work.ts';
import { shownTariff } from '../list/shown-tariff.ts';
import type { TariffsPlace } from '../use-tariffs-place.ts';
import { ExtrasFields } from './extras-fields.tsx';
import { ruleFields, targetOf } from './rule-fields.ts';
import classes from './rule-panel.module.css';
import { TargetFields } from './target-fields.tsx';
import { targetWords } from './target-words.ts';

interface RulePanelProps {
  /** Null for one that is being written. */
  readonly ruleId: number | null;
  readonly place: TariffsPlace;
}

/** Who pays by which tariff; another choice is another rule in its place. */
export function RulePanel({ ruleId, place }: RulePanelProps) {
  const { t } = useText();
  const may = useMay();
  const rules = useQuery(apiQuery('listTariffRules', {}));
  const rule = rules.data?.items.find(({ id }) => id === ruleId) ?? null;
  if (ruleId !== null && rule === null) return null;
  const title =
    rule === null ? t('payers.add') : targetWords({ kind: rule.target.kind, name: rule.targetName }, t);
  return (
    <DetailPanel
      label={title}
      title={title}
      under={rule === null ? t('payers.newText') : rule.tariffName}
      {...(ruleId !== null && { focusOn: place.wishFor(ruleId) })}
      onClose={place.close}
    >
      {rule !== null && may('tariffs.write') ? <EndRule rule={rule} onEnded={place.close} /> : null}
      <RuleForm rule={rule} place={place} />
    </DetailPanel>
  );
}

function EndRule({ rule, onEnded }: { readonly rule: TariffRule; readonly onEnded: () => void }) {
  const { t } = useText();
  const tell = useTell();
  const remove = useCall('removeTariffRule');
  const restore = useCall('restoreTariffRule');
  const params = { tariffRuleId: rule.id };
  const name = targetWords({ kind: rule.target.kind, name: rule.targetName }, t);
  const onEnd = () =>
    remove.mutate(
      { params },
      {
        onSuccess: () => {
          tell.done(t('payers.ended', { name }), {
            undo: () => restore.mutate({ params }, { onError: tell.failed }),
          });
          onEnded();
        },
        onError: tell.failed,
      },
    );
  return (
    <div>
      <Button
        variant="default"
        color="fault"
        leftSection={<IconPlayerStop size={16} aria-hidden />}
        loading={remove.isPending}
        onClick={onEnd}
      >
        {t('payers.end')}
      </Button>
    </div>
  );
}

function RuleForm({ rule, place }: { readonly rule: TariffRule | null; readonly place: TariffsPlace }) {
  const { t } = useText();
  const tell = useTell();
  const home = useHomeTenant();
  // A rule stays on its node.
  const node = rule?.tenantId ?? home;
  const add = useCall('addTariffRule');
  const tariffs = useQuery(apiQuery('listTariffs', {})).data?.items ?? [];
  const [fields, setFields] = useState(() => ruleFields(rule));
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const target = targetOf(fields);
  const chosen = tariffs.find(({ id }) => id === fields.tariffId);
  const model = chosen === undefined ? null : shownTariff(chosen);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const { tariffId, extras } = fields;
    if (target === undefined || tariffId === null) return;
    add.mutate(
      {
        body: {
          tariffId,
          target,
          extras,
          ...(rule !== null && { replaces: rule.id }),
          ...(node !== null && { tenantId: node }),
        },
      },
      {
        onSuccess: (saved) => {
          tell.done(
            t('payers.saved', {
              name: targetWords({ kind: saved.target.kind, name: saved.targetName }, t),
              tariff: saved.tariffName,
            }),
          );
          place.show({ rule: saved.id });
        },
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <TargetFields fields={fields} set={set} />
      <Select
        label={t('payers.tariff')}
        placeholder={t('payers.chooseTariff')}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('payers.noTariffs')}
        data={tariffs.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={fields.tariffId === null ? null : String(fields.tariffId)}
        onChange={(id) => set({ tariffId: id === null ? null : Number(id) })}
      />
      {chosen !== undefined && chosen.inForce === null ? (
        <p className={classes.hint}>
          {t(chosen.scheduled === null ? 'payers.notPublished' : 'payers.notYet', { name: chosen.name })}
        </p>
      ) : null}
      <ExtrasFields
        extras={fields.extras}
        currency={model?.currency ?? 'EUR'}
        vat={model === null ? null : vatOf(model)}
        onChange={(extras) => set({ extras })}
      />
      {add.error === null ? null : <ProblemNote error={add.error} />}
      <div>
        <Button
          type="submit"
          disabled={target === undefined || fields.tariffId === null}
          loading={add.isPending}
        >
          {t(rule === null ? 'words.add' : 'words.save')}
        </Button>
      </div>
    </form>
  );
}
