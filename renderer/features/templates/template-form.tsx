import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Template } from '#api/configuration-templates.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/section.tsx';
import classes from './template-panel.module.css';

interface TemplateFormProps {
  readonly template: Template | null;
  readonly onSaved: (id: number) => void;
}

interface Row {
  /** Rows keep their place while their key is typed. */
  readonly place: number;
  readonly key: string;
  readonly value: string;
}

/** Name, make and settings of a template. */
export function TemplateForm({ template, onSaved }: TemplateFormProps) {
  const { t } = useText();
  const tell = useTell();
  const add = useCall('addTemplate');
  const change = useCall('changeTemplate');
  const [name, setName] = useState(template?.name ?? '');
  const [vendor, setVendor] = useState(template?.vendor ?? '');
  const [model, setModel] = useState(template?.model ?? '');
  const [rows, setRows] = useState<readonly Row[]>(() =>
    (template?.entries ?? []).map((entry, place) => ({ ...entry, place })),
  );
  const set = (place: number, changed: Partial<Row>) =>
    setRows(rows.map((row) => (row.place === place ? { ...row, ...changed } : row)));
  const save = () => {
    const body = {
      name: name.trim(),
      vendor: orNull(vendor),
      model: orNull(model),
      entries: rows.map(({ key, value }) => ({ key: key.trim(), value })),
    };
    const handlers = {
      onSuccess: ({ id }: Template) => {
        tell.done(t('templates.saved'));
        onSaved(id);
      },
      onError: tell.failed,
    };
    if (template === null) add.mutate({ body }, handlers);
    else change.mutate({ params: { templateId: template.id }, body }, handlers);
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput
        label={t('templates.name')}
        required
        withAsterisk={false}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={classes.make}>
        <TextInput
          label={t('templates.vendor')}
          description={t('templates.vendorHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          maxLength={100}
          value={vendor}
          onChange={(event) => setVendor(event.currentTarget.value)}
        />
        <TextInput
          label={t('templates.model')}
          maxLength={100}
          value={model}
          onChange={(event) => setModel(event.currentTarget.value)}
        />
      </div>
      <Section title={t('templates.entries')}>
        <ul className={classes.entries}>
          {rows.map((row) => (
            <li key={row.place} className={classes.entry}>
              <TextInput
                aria-label={t('templates.key')}
                classNames={{ input: classes.mono ?? '' }}
                required
                maxLength={50}
                pattern="\s*\S+\s*"
                value={row.key}
                onChange={(event) => set(row.place, { key: event.currentTarget.value })}
              />
              <TextInput
                aria-label={`${t('templates.value')}: ${row.key}`}
                maxLength={500}
                value={row.value}
                onChange={(event) => set(row.place, { value: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('templates.removeEntry', { key: row.key })}
                onClick={() => setRows(rows.filter(({ place }) => place !== row.place))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      </Section>
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setRows([...rows, { place: nextPlace(rows), key: '', value: '' }])}
        >
          {t('templates.addEntry')}
        </Button>
        <Button type="submit" loading={add.isPending || change.isPending}>
          {t('words.save')}
        </Button>
      </div>
    </form>
  );
}

function nextPlace(rows: readonly Row[]): number {
  return Math.max(-1, ...rows.map(({ place }) => place)) + 1;
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
