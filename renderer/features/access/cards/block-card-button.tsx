import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { CardRef } from '#api/access-lists.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { cardName } from '../../../ui/thing-names.ts';

/** Blocks a lost card right where its driver was found. */
export function BlockCardButton({ card }: { readonly card: CardRef }) {
  const { t } = useText();
  const tell = useTell();
  const params = { cardId: card.id };
  const detail = useQuery(apiQuery('getCard', { params }));
  const change = useCall('changeCard');
  if (detail.data === undefined) return null;
  const isBlocked = detail.data.blockedAt !== null;
  const name = cardName(card);
  const setBlocked = (blocked: boolean) =>
    change.mutate(
      { params, body: { blocked } },
      {
        onSuccess: () =>
          tell.done(t(blocked ? 'access.blocked' : 'access.unblocked', { name }), {
            undo: () => change.mutate({ params, body: { blocked: !blocked } }, { onError: tell.failed }),
          }),
        onError: tell.failed,
      },
    );
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconLock size={14} aria-hidden />}
      onClick={() => setBlocked(!isBlocked)}
    >
      {t(isBlocked ? 'access.unblockCard' : 'access.blockCard')}
    </Button>
  );
}
