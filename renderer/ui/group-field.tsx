import { Chip, Input, MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { GROUP_OF } from '#api/groups.ts';
import { apiQuery } from '../lib/api-query.ts';
import { useText } from '../text/use-text.ts';
import classes from './group-field.module.css';

interface GroupFieldProps {
  readonly label: string;
  readonly of: (typeof GROUP_OF)[number];
  readonly value: readonly number[];
  readonly onChange: (groupIds: readonly number[]) => void;
}

/** So many groups stand side by side, each one click away; more are searched. */
const MOST_CHIPS = 6;

/** Groups that something belongs to. Nothing where there are none to choose from. */
export function GroupField({ label, of, value, onChange }: GroupFieldProps) {
  const { t } = useText();
  const groups = useQuery(apiQuery('listGroups', { query: { of } })).data?.items ?? [];
  const chosen = value.map(String);
  const change = (ids: readonly string[]) => onChange(ids.map(Number));
  if (groups.length === 0) return null;
  if (groups.length > MOST_CHIPS)
    return (
      <MultiSelect
        label={label}
        placeholder={chosen.length === 0 ? t('groups.none') : ''}
        data={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={chosen}
        searchable
        clearable
        onChange={change}
      />
    );
  return (
    <Input.Wrapper label={label} labelElement="div">
      <Chip.Group multiple value={chosen} onChange={change}>
        <div className={classes.chips}>
          {groups.map(({ id, name }) => (
            <Chip key={id} value={String(id)} size="sm">
              {name}
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </Input.Wrapper>
  );
}
