import { SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { POWER_CLASSES } from '#api/inventory.ts';
import { RULE_KINDS } from '#api/tariff-rules.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import { Pick } from '../../../ui/pick.tsx';
import { TenantSelect } from '../../../ui/tenant-select.tsx';
import type { RuleFields } from './rule-fields.ts';
import classes from './rule-panel.module.css';

interface TargetFieldsProps {
  readonly fields: RuleFields;
  readonly set: (change: Partial<RuleFields>) => void;
}

/** Whom a rule is about: first what kind, then which of them. */
export function TargetFields({ fields, set }: TargetFieldsProps) {
  const { t } = useText();
  return (
    <>
      <Select
        label={t('payers.about')}
        description={t(`payers.kindText.${fields.kind}`)}
        allowDeselect={false}
        data={RULE_KINDS.map((value) => ({ value, label: t(`payers.kind.${value}`) }))}
        value={fields.kind}
        onChange={(value) =>
          set({ kind: RULE_KINDS.find((one) => one === value) ?? fields.kind, picked: null, groupId: null })
        }
      />
      <Which fields={fields} set={set} />
    </>
  );
}

function Which({ fields, set }: TargetFieldsProps) {
  const { t } = useText();
  const { kind } = fields;
  const tenants = useQuery(apiQuery('listTenants', {})).data?.items ?? [];
  switch (kind) {
    case 'card':
    case 'driver':
      return (
        <Pick
          key={kind}
          kind={kind}
          label={t(`payers.kind.${kind}`)}
          value={fields.picked}
          onChange={(picked) => set({ picked })}
        />
      );
    case 'user-group':
      return <GroupSelect of="users" fields={fields} set={set} />;
    case 'station-group':
      return <GroupSelect of="stations" fields={fields} set={set} />;
    case 'power-class':
      return (
        <SegmentedControl
          aria-label={t('payers.kind.power-class')}
          data={POWER_CLASSES.map((value) => ({ value, label: t(`rules.powerClass.${value}`) }))}
          value={fields.powerClass}
          onChange={(value) =>
            set({ powerClass: POWER_CLASSES.find((one) => one === value) ?? fields.powerClass })
          }
        />
      );
    case 'site':
    case 'tenant':
      return tenants.length < 2 ? (
        <p className={classes.hint}>{t('payers.onlyRoot')}</p>
      ) : (
        <TenantSelect value={fields.tenantId} onChange={(tenantId) => set({ tenantId })} />
      );
    case 'default':
      return null;
  }
}

function GroupSelect({ of, fields, set }: TargetFieldsProps & { readonly of: 'users' | 'stations' }) {
  const { t } = useText();
  const groups = useQuery(apiQuery('listGroups', { query: { of } })).data?.items;
  if (groups?.length === 0) return <p className={classes.hint}>{t('payers.noGroups')}</p>;
  return (
    <Select
      label={t(of === 'users' ? 'payers.kind.user-group' : 'payers.kind.station-group')}
      searchable
      allowDeselect={false}
      data={(groups ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
      value={fields.groupId === null ? null : String(fields.groupId)}
      onChange={(id) => set({ groupId: id === null ? null : Number(id) })}
    />
  );
}
