import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { GROUP_OF } from '#api/groups.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useHomeTenant } from '../../../lib/use-home-tenant.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { DetailPanel } from '../../../ui/split-page.tsx';
import { TenantSelect } from '../../../ui/tenant-select.tsx';
import classes from '../access-form.module.css';

interface NewGroupPanelProps {
  /** Its members are chosen in the panel of the group that is there now. */
  readonly onAdded: (groupId: number) => void;
  readonly onClose: () => void;
}

/** A group of users or of stations. */
export function NewGroupPanel({ onAdded, onClose }: NewGroupPanelProps) {
  const { t } = useText();
  const tell = useTell();
  const add = useCall('addGroup');
  const [of, setOf] = useState<(typeof GROUP_OF)[number]>('users');
  const [name, setName] = useState('');
  const home = useHomeTenant();
  const [chosenTenant, setTenant] = useState<number | null>(null);
  const tenantId = chosenTenant ?? home;
  return (
    <DetailPanel label={t('access.add.groups')} title={t('access.add.groups')} onClose={onClose}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(
            { body: { of, name: name.trim(), ...(tenantId !== null && { tenantId }) } },
            {
              onSuccess: (group) => {
                tell.done(t('access.added', { name: group.name }));
                onAdded(group.id);
              },
            },
          );
        }}
      >
        <SegmentedControl
          aria-label={t('groups.ofWhat')}
          data={GROUP_OF.map((value) => ({ value, label: t(`groups.of.${value}`) }))}
          value={of}
          onChange={(value) => setOf(GROUP_OF.find((one) => one === value) ?? of)}
        />
        <TextInput
          label={t('groups.name')}
          description={t(`groups.hint.${of}`)}
          required
          withAsterisk={false}
          autoFocus
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TenantSelect value={tenantId} onChange={setTenant} />
        {add.error === null ? null : <ProblemNote error={add.error} />}
        <div className={classes.buttons}>
          <Button type="submit" loading={add.isPending}>
            {t('words.add')}
          </Button>
        </div>
      </form>
    </DetailPanel>
  );
}
