import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { OcpiTariff } from '#api/ocpi-tariffs.ts';
import { useText } from '../../../text/use-text.ts';
import { Section } from '../../../ui/section.tsx';
import { WeekPrices } from '../list/week-prices.tsx';
import { NoteList } from './note-list.tsx';
import classes from './ocpi-tariff-form.module.css';

interface OcpiTariffFormProps {
  readonly item: OcpiTariff;
  /** What it is called if its own program has no name for it. */
  readonly fileName: string;
  readonly isPending: boolean;
  readonly onAdd: (name: string) => void;
}

const LONGEST_NAME = 100;

/** A tariff as it will be here: its prices, what is different, and under which name it is added. */
export function OcpiTariffForm({ item, fileName, isPending, onAdd }: OcpiTariffFormProps) {
  const { t } = useText();
  const { ocpiId, text, draft, notes } = item;
  const [name, setName] = useState(() =>
    (ocpiId === null ? withoutEnding(fileName) : t('ocpi.named', { id: ocpiId })).slice(0, LONGEST_NAME),
  );
  const isMissing = name.trim() === '';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isMissing) onAdd(name.trim());
  };
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <Section title={t('ocpi.costs')}>
        <WeekPrices tariff={draft} />
        {text === '' ? null : (
          <p className={classes.text}>
            {t('tariffs.text')}: {text}
          </p>
        )}
      </Section>
      <Section title={t('ocpi.notes')}>
        <NoteList notes={notes} />
      </Section>
      <TextInput
        label={t('tariffs.name')}
        required
        withAsterisk={false}
        maxLength={LONGEST_NAME}
        value={name}
        error={isMissing ? t('tariffs.nameMissing') : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" className={classes.add} loading={isPending} disabled={isMissing}>
        {t('ocpi.add')}
      </Button>
    </form>
  );
}

function withoutEnding(fileName: string): string {
  return fileName.replace(/\.json$/i, '');
}
