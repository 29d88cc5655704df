import { Button, CloseButton, Input, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Station } from '#api/stations.ts';
import { useText } from '../../text/use-text.ts';
import classes from './inventory-section.module.css';

type Component = Station['inventory']['components'][number];

interface ComponentFieldsProps {
  readonly components: readonly Component[];
  readonly onChange: (components: readonly Component[]) => void;
}

/** Parts of the station, with serial number and since when they are built in. */
export function ComponentFields({ components, onChange }: ComponentFieldsProps) {
  const { t } = useText();
  const set = (index: number, changed: Partial<Component>) =>
    onChange(components.map((one, at) => (at === index ? { ...one, ...changed } : one)));
  return (
    <Input.Wrapper label={t('inventory.components')} labelElement="div">
      {components.map((component, index) => (
        // Parts have no name but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: position is identity here
        <div key={index} className={classes.component}>
          <TextInput
            label={t('inventory.component')}
            required
            withAsterisk={false}
            maxLength={200}
            value={component.name}
            onChange={(event) => set(index, { name: event.currentTarget.value })}
          />
          <TextInput
            label={t('inventory.serial')}
            maxLength={200}
            value={component.serialNumber}
            onChange={(event) => set(index, { serialNumber: event.currentTarget.value })}
          />
          <TextInput
            label={t('inventory.since')}
            type="date"
            value={component.since}
            onChange={(event) => set(index, { since: event.currentTarget.value })}
          />
          <CloseButton
            aria-label={t('inventory.removeComponent', { name: component.name })}
            onClick={() => onChange(components.toSpliced(index, 1))}
          />
        </div>
      ))}
      <Button
        className={classes.add ?? ''}
        size="compact-md"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange([...components, { name: '', serialNumber: '', since: '' }])}
      >
        {t('inventory.addComponent')}
      </Button>
    </Input.Wrapper>
  );
}
