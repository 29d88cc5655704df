import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { GroupRef } from '#api/access-lists.ts';
import { apiQuery } from '../lib/api-query.ts';
import { useText } from '../text/use-text.ts';
import { cardName, vehicleName } from './thing-names.ts';

export type PickKind = 'driver' | 'vehicle' | 'card';

export interface Picked {
  readonly id: number;
  readonly label: string;
}

interface Found extends Picked {
  readonly groupIds: readonly number[];
}

interface PickProps {
  readonly kind: PickKind;
  readonly label: string;
  readonly value: Picked | null;
  readonly error?: string | null;
  readonly autoFocus?: boolean;
  readonly onChange: (picked: Picked | null) => void;
}

const TYPING_PAUSE_MS = 200;
const MOST_SHOWN = 20;

/** A driver, vehicle or card, found by the server while somebody types. */
export function Pick({ kind, label, value, error = null, autoFocus = false, onChange }: PickProps) {
  const { t } = useText();
  const [text, setText] = useState(value?.label ?? '');
  const [search] = useDebouncedValue(text === value?.label ? '' : text, TYPING_PAUSE_MS);
  const found = useFound(kind, search);
  const options = value === null || found.some(({ id }) => id === value.id) ? found : [value, ...found];
  return (
    <Select
      label={label}
      placeholder={t('access.pickHint')}
      searchable
      clearable
      autoFocus={autoFocus}
      nothingFoundMessage={t('access.nothingFound')}
      data={options.map((one) => ({ value: String(one.id), label: one.label }))}
      // The server has filtered already, and knows more spellings than stand in the label.
      filter={({ options: all }) => all}
      searchValue={text}
      onSearchChange={setText}
      value={value === null ? null : String(value.id)}
      error={error}
      onChange={(id) => onChange(options.find((one) => String(one.id) === id) ?? null)}
    />
  );
}

/** The first few that match a search. */
export function useFound(kind: PickKind, search: string, limit: number = MOST_SHOWN): readonly Found[] {
  const query = { limit, ...(search !== '' && { search }) };
  const drivers = useQuery({ ...apiQuery('listDrivers', { query }), enabled: kind === 'driver' });
  const vehicles = useQuery({ ...apiQuery('listVehicles', { query }), enabled: kind === 'vehicle' });
  const cards = useQuery({ ...apiQuery('listCards', { query }), enabled: kind === 'card' });
  switch (kind) {
    case 'driver':
      return (drivers.data?.items ?? []).map(({ id, name, costCentre, groups }) => ({
        id,
        label: [name, costCentre].filter(Boolean).join(' · '),
        groupIds: idsOf(groups),
      }));
    case 'vehicle':
      return (vehicles.data?.items ?? []).map((one) => ({
        id: one.id,
        label: vehicleName(one),
        groupIds: idsOf(one.groups),
      }));
    case 'card':
      return (cards.data?.items ?? []).map((one) => ({
        id: one.id,
        label: [cardName(one), one.holder].filter(Boolean).join(' · '),
        groupIds: idsOf(one.groups),
      }));
  }
}

function idsOf(groups: readonly GroupRef[]): readonly number[] {
  return groups.map(({ id }) => id);
}
