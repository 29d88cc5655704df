import type { Group, GroupMember } from '#api/groups.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';

type Member = Pick<GroupMember, 'kind' | 'id'>;

interface Change {
  readonly add?: Member[];
  readonly remove?: Member[];
}

/** Takes many into a group or out of it at once, with the way back. */
export function useChangeMembers(group: Group) {
  const { t } = useText();
  const tell = useTell();
  const call = useCall('changeMembers');
  const params = { groupId: group.id };
  const change = (wish: Change, onDone: () => void) =>
    call.mutate(
      { params, body: wish },
      {
        onSuccess: () => {
          const { add = [], remove = [] } = wish;
          const text =
            add.length > 0
              ? t('groups.takenIn', { count: add.length, group: group.name })
              : t('groups.takenOut', { count: remove.length, group: group.name });
          tell.done(text, {
            undo: () => call.mutate({ params, body: { add: remove, remove: add } }, { onError: tell.failed }),
          });
          onDone();
        },
        onError: tell.failed,
      },
    );
  return { change, isPending: call.isPending };
}
