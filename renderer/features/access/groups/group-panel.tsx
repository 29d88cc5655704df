import { Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Group } from '#api/groups.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { DetailPanel } from '../../../ui/split-page.tsx';
import type { FocusWish } from '../../../ui/use-panel-focus.ts';
import classes from './group-panel.module.css';
import { MemberPicker } from './member-picker.tsx';
import { MemberSection } from './member-section.tsx';

interface GroupPanelProps {
  readonly groupId: number;
  readonly focusOn: FocusWish | undefined;
  readonly onClose: () => void;
}

/** One group: its name, who or what belongs to it, and the rules that name it. */
export function GroupPanel({ groupId, focusOn, onClose }: GroupPanelProps) {
  const { t } = useText();
  const groups = useQuery(apiQuery('listGroups', {}));
  const group = groups.data?.items.find(({ id }) => id === groupId);
  if (group === undefined) return null;
  return (
    <DetailPanel
      label={group.name}
      title={group.name}
      under={
        <>
          {t(`groups.of.${group.of}`)} ·{' '}
          <Link to="/cards" search={{ tab: 'rules' }}>
            {t('groups.rules', { count: group.ruleCount })}
          </Link>
        </>
      }
      focusOn={focusOn}
      onClose={onClose}
    >
      <NameForm key={group.name} group={group} onRemoved={onClose} />
      <MemberSection group={group} />
      <MemberPicker group={group} />
    </DetailPanel>
  );
}

interface NameFormProps {
  readonly group: Group;
  readonly onRemoved: () => void;
}

function NameForm({ group, onRemoved }: NameFormProps) {
  const { t } = useText();
  const tell = useTell();
  const change = useCall('changeGroup');
  const remove = useCall('removeGroup');
  const restore = useCall('restoreGroup');
  const params = { groupId: group.id };
  const [name, setName] = useState(group.name);
  const rename = () =>
    change.mutate(
      { params, body: { name: name.trim() } },
      {
        onSuccess: () =>
          tell.done(t('access.saved', { name: name.trim() }), {
            undo: () => change.mutate({ params, body: { name: group.name } }, { onError: tell.failed }),
          }),
        onError: tell.failed,
      },
    );
  const onRemove = () =>
    remove.mutate(
      { params },
      {
        onSuccess: () => {
          tell.done(t('access.removed', { name: group.name }), {
            undo: () => restore.mutate({ params }, { onError: tell.failed }),
          });
          onRemoved();
        },
        onError: tell.failed,
      },
    );
  return (
    <form
      className={classes.name}
      onSubmit={(event) => {
        event.preventDefault();
        rename();
      }}
    >
      <TextInput
        className={classes.field ?? ''}
        label={t('groups.name')}
        required
        withAsterisk={false}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {name.trim() === group.name ? (
        <Button
          variant="default"
          color="fault"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={onRemove}
        >
          {t('words.remove')}
        </Button>
      ) : (
        <Button type="submit" loading={change.isPending}>
          {t('words.save')}
        </Button>
      )}
    </form>
  );
}
