import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useText } from '../../../text/use-text.ts';
import { type Picked, useFound } from '../../../ui/pick.tsx';

/** Whom somebody has typed or chosen. */
export type TypedDriver =
  | { readonly kind: 'nobody'; readonly text: string }
  | { readonly kind: 'known'; readonly text: string; readonly id: number }
  /** Nobody has this name yet: made together with the card. */
  | { readonly kind: 'new'; readonly text: string };

interface DriverFieldProps {
  readonly autoFocus: boolean;
  readonly value: TypedDriver;
  readonly onChange: (driver: TypedDriver) => void;
}

const TYPING_PAUSE_MS = 150;

/** A driver who is known, or a new one by the name that was typed. */
export function DriverField({ autoFocus, value, onChange }: DriverFieldProps) {
  const { t } = useText();
  const [search] = useDebouncedValue(value.text.trim(), TYPING_PAUSE_MS);
  const found = withPlainNames(useFound('driver', search));
  return (
    <Autocomplete
      label={t('access.driver')}
      description={t(`access.driverHint.${value.kind}`, { name: value.text.trim() })}
      autoFocus={autoFocus}
      maxLength={100}
      data={found.map(({ label }) => label)}
      filter={({ options }) => options}
      value={value.text}
      onChange={(text) => onChange(driverOf(text, found))}
    />
  );
}

function driverOf(text: string, found: readonly Picked[]): TypedDriver {
  const name = text.trim();
  if (name === '') return { kind: 'nobody', text };
  const same = found.filter(({ label }) => label.toLowerCase() === name.toLowerCase());
  const [only] = same;
  return only !== undefined && same.length === 1
    ? { kind: 'known', text, id: only.id }
    : { kind: 'new', text };
}

/** Two who are called the same are told apart by their numbers. */
function withPlainNames(found: readonly Picked[]): readonly Picked[] {
  return found.map((one) => {
    const others = found.filter(({ label }) => label === one.label);
    return others.length === 1 ? one : { ...one, label: `${one.label} · ${one.id}` };
  });
}
