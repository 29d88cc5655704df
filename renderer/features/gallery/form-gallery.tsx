import { Button, Select, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { AccessChoice } from '../../ui/access-choice.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { NewPasswordInput } from '../../ui/new-password-input.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './gallery-page.module.css';

export function FormGallery() {
  const [password, setPassword] = useState('');
  const [access, setAccess] = useState<'everybody' | 'known-cards'>('everybody');
  const [chip, setChip] = useState<'all' | 'some'>('all');
  return (
    <Section card title="Forms">
      <div className={classes.column}>
        <div className={classes.row}>
          <Button>Filled</Button>
          <Button variant="default">Default</Button>
          <Button variant="default" color="fault">
            Fault
          </Button>
          <Button variant="subtle">Subtle</Button>
          <Button disabled>Disabled</Button>
          <Button loading>Loading</Button>
        </div>
        <TextInput label="TextInput" description="What it is for" placeholder="Placeholder" />
        <TextInput label="TextInput" error="What is wrong with it" defaultValue="Value" />
        <Select label="Select" data={['One', 'Two']} />
        <Switch label="Switch" description="What it means" defaultChecked />
        <NewPasswordInput label="NewPasswordInput" value={password} onChange={setPassword} />
        <AccessChoice value={access} onChange={setAccess} />
        <FilterChips
          label="FilterChips"
          chips={[
            { value: 'all', label: 'All' },
            { value: 'some', label: 'Some', count: 3, urgent: true },
          ]}
          value={chip}
          onChange={setChip}
        />
        <CopyField text="ws://192.168.10.5:8180/ocpp/" label="CopyField" />
        <ProblemNote error={new Error('It broke')} onRetry={() => undefined} />
      </div>
    </Section>
  );
}
