import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Group, GroupMember } from '#api/groups.ts';
import { memberPages } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import { NextPage } from '../../../ui/next-page.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { memberKey } from './member-key.ts';
import { TickList } from './tick-list.tsx';
import { useChangeMembers } from './use-change-members.ts';

/** Who or what belongs to a group; ticked ones are taken out together. */
export function MemberSection({ group }: { readonly group: Group }) {
  const { t } = useText();
  const pages = useInfiniteQuery(memberPages(group.id));
  const { change, isPending } = useChangeMembers(group);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const members = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const chosen = members.filter((member) => ticked.has(memberKey(member)));
  return (
    <Section
      title={t('groups.membersOf', { count: group.memberCount })}
      aside={
        chosen.length === 0 ? null : (
          <Button
            size="compact-sm"
            variant="default"
            loading={isPending}
            onClick={() => change({ remove: chosen.map(plain) }, () => setTicked(new Set()))}
          >
            {t('groups.takeOut', { count: chosen.length })}
          </Button>
        )
      }
    >
      {pages.error !== null && pages.data === undefined ? (
        <ProblemNote error={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {group.memberCount === 0 ? <p>{t('groups.noMembers')}</p> : null}
      <TickList
        label={t('groups.members')}
        items={members.map((member) => ({
          key: memberKey(member),
          label: member.name,
          under: t(`groups.member.${member.kind}`),
        }))}
        ticked={ticked}
        onTick={setTicked}
      />
      <NextPage pages={pages} />
    </Section>
  );
}

function plain({ kind, id }: GroupMember) {
  return { kind, id };
}
