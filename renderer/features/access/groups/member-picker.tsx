import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Group, MEMBER_KINDS } from '#api/groups.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import { type PickKind, useFound } from '../../../ui/pick.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from '../access-form.module.css';
import { memberKey } from './member-key.ts';
import { TickList } from './tick-list.tsx';
import { useChangeMembers } from './use-change-members.ts';

const USER_KINDS = ['driver', 'vehicle', 'card'] as const;
const MOST_SHOWN = 100;

/** Searches for those who do not belong to a group yet, and takes all ticked ones in. */
export function MemberPicker({ group }: { readonly group: Group }) {
  const { t } = useText();
  const [kind, setKind] = useState<PickKind>('driver');
  const [search, setSearch] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { change, isPending } = useChangeMembers(group);
  const users = useFound(kind, search, MOST_SHOWN)
    .filter(({ groupIds }) => !groupIds.includes(group.id))
    .map(({ id, label }) => candidate(kind, String(id), label));
  const stations = useStations(group, search);
  const found = group.of === 'users' ? users : stations;
  const keys = found.map(({ key }) => key);
  const allTicked = keys.length > 0 && keys.every((key) => ticked.has(key));
  return (
    <Section title={t('groups.takeInTitle')}>
      {group.of === 'users' ? (
        <SegmentedControl
          aria-label={t('groups.takeInTitle')}
          data={USER_KINDS.map((value) => ({ value, label: t(`groups.kinds.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(USER_KINDS.find((one) => one === value) ?? kind)}
        />
      ) : null}
      <SearchField label={t('groups.searchMembers')} value={search} onChange={setSearch} />
      {found.length === 0 ? <p className={classes.hint}>{t('groups.nobodyLeft')}</p> : null}
      <TickList label={t('groups.takeInTitle')} items={found} ticked={ticked} onTick={setTicked} />
      <div className={classes.buttons}>
        <Button
          disabled={ticked.size === 0}
          loading={isPending}
          onClick={() => change({ add: [...ticked].map(toMember) }, () => setTicked(new Set()))}
        >
          {ticked.size === 0 ? t('groups.takeInTitle') : t('groups.takeIn', { count: ticked.size })}
        </Button>
        {found.length < 2 ? null : (
          <Button variant="subtle" onClick={() => setTicked(new Set(allTicked ? [] : [...ticked, ...keys]))}>
            {t(allTicked ? 'groups.tickNone' : 'groups.tickAll')}
          </Button>
        )}
      </div>
    </Section>
  );
}

type MemberKind = (typeof MEMBER_KINDS)[number];

function candidate(kind: MemberKind, id: string, label: string) {
  return { key: memberKey({ kind, id }), label };
}

/** Kinds have no blanks, identities may. */
function toMember(key: string): { readonly kind: MemberKind; readonly id: string } {
  const [kind = '', ...id] = key.split(' ');
  return { kind: USER_KINDS.find((one) => one === kind) ?? 'station', id: id.join(' ') };
}

function useStations(group: Group, search: string) {
  const stations = useQuery({ ...apiQuery('listStations', {}), enabled: group.of === 'stations' });
  const members = useQuery({
    ...apiQuery('listMembers', { params: { groupId: group.id }, query: { limit: 200 } }),
    enabled: group.of === 'stations',
  });
  const inside = new Set(members.data?.items.map(({ id }) => id));
  return (stations.data?.items ?? [])
    .filter(({ id, name }) => !inside.has(id) && `${name} ${id}`.toLowerCase().includes(search.toLowerCase()))
    .map(({ id, name }) => candidate('station', id, name));
}
