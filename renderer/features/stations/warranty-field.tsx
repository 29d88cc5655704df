import { TextInput } from '@mantine/core';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { type Translate, useText } from '../../text/use-text.ts';
import classes from './inventory-section.module.css';
import { warrantyHint } from './warranty.ts';

interface WarrantyFieldProps {
  readonly value: string;
  readonly onChange: (lastDay: string) => void;
}

/** The last day of the warranty, and a word when it comes near. */
export function WarrantyField({ value, onChange }: WarrantyFieldProps) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const hint = hintWords(value, format.dayKey(now), t);
  return (
    <TextInput
      label={t('inventory.warranty')}
      type="date"
      value={value}
      description={hint === '' ? null : <span className={classes.attention}>{hint}</span>}
      inputWrapperOrder={['label', 'input', 'description']}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function hintWords(lastDay: string, today: string, t: Translate): string {
  const hint = warrantyHint(lastDay, today);
  switch (hint.kind) {
    case 'fine':
      return '';
    case 'over':
      return t('inventory.warrantyOver');
    case 'today':
      return t('inventory.warrantyToday');
    case 'soon':
      return t('inventory.warrantySoon', { count: hint.days });
  }
}
