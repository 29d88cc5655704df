import { Button, Select, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { POWER_CLASSES } from '#api/inventory.ts';
import type { Station } from '#api/stations.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useTouched } from '../../lib/use-touched.ts';
import { useText } from '../../text/use-text.ts';
import { GroupField } from '../../ui/group-field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { TenantSelect } from '../../ui/tenant-select.tsx';
import { ComponentFields } from './component-fields.tsx';
import { type InventoryFields, inventoryBody, inventoryFields } from './inventory-fields.ts';
import classes from './inventory-section.module.css';
import { WarrantyField } from './warranty-field.tsx';

/** What is written down about a station besides what it says of itself, and with which others it belongs together. */
export function InventorySection({ station }: { readonly station: Station }) {
  const { t } = useText();
  const tell = useTell();
  const change = useCall('changeStation');
  const { fields, isTouched, touched, set, clear } = useTouched<InventoryFields>(inventoryFields(station));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { params: { stationId: station.id }, body: inventoryBody(fields, touched) },
      {
        onSuccess: () => {
          tell.done(t('inventory.saved', { station: station.name }));
          clear();
        },
      },
    );
  };
  const text = (key: 'location' | 'sim' | 'replaces', maxLength: number) => (
    <TextInput
      label={t(`inventory.${key}`)}
      description={t(`inventory.${key}Hint`)}
      inputWrapperOrder={['label', 'input', 'description']}
      maxLength={maxLength}
      value={fields[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <Section title={t('inventory.title')}>
      <form className={classes.form} onSubmit={submit}>
        <TenantSelect value={fields.tenantId} onChange={(id) => set({ tenantId: id ?? fields.tenantId })} />
        <GroupField
          label={t('inventory.groups')}
          of="stations"
          value={fields.groupIds}
          onChange={(groupIds) => set({ groupIds })}
        />
        <div className={classes.pair}>
          <Select
            label={t('inventory.powerClass')}
            data={POWER_CLASSES.map((value) => ({ value, label: t(`rules.powerClass.${value}`) }))}
            placeholder={t('inventory.powerClassLikely', { powerClass: station.powerClass })}
            clearable
            value={fields.powerClass}
            onChange={(value) => set({ powerClass: POWER_CLASSES.find((one) => one === value) ?? null })}
          />
          {text('location', 200)}
          {text('sim', 200)}
          {text('replaces', 255)}
          <TextInput
            label={t('inventory.installed')}
            type="date"
            value={fields.installedOn}
            onChange={(event) => set({ installedOn: event.currentTarget.value })}
          />
          <WarrantyField value={fields.warrantyUntil} onChange={(warrantyUntil) => set({ warrantyUntil })} />
        </div>
        <ComponentFields components={fields.components} onChange={(components) => set({ components })} />
        <Textarea
          label={t('inventory.note')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={4000}
          value={fields.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        {change.error === null ? null : <ProblemNote error={change.error} />}
        {isTouched ? (
          <Button type="submit" className={classes.save ?? ''} loading={change.isPending}>
            {t('words.save')}
          </Button>
        ) : null}
      </form>
    </Section>
  );
}
