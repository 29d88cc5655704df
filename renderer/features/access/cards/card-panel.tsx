import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { apiQuery } from '../../../lib/api-query.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useText } from '../../../text/use-text.ts';
import { UidText } from '../../../ui/figures.tsx';
import { cardName } from '../../../ui/thing-names.ts';
import type { FocusWish } from '../../../ui/use-panel-focus.ts';
import { AssignmentSection } from '../assignments/assignment-section.tsx';
import { HolderActions } from '../holder-actions.tsx';
import { ThingPanel } from '../thing-panel.tsx';
import { CardForm } from './card-form.tsx';
import { MergeCards } from './merge-cards.tsx';
import { ReplaceCard } from './replace-card.tsx';
import { SpellingSection } from './spelling-section.tsx';

interface CardPanelProps {
  readonly cardId: number;
  readonly focusOn: FocusWish | undefined;
  readonly onClose: () => void;
}

/** One card: what can be done at once, whose it is, how readers write it, and what is written down. */
export function CardPanel({ cardId, focusOn, onClose }: CardPanelProps) {
  const { t } = useText();
  const params = { cardId };
  const card = useQuery(apiQuery('getCard', { params }));
  const change = useCall('changeCard');
  const remove = useCall('removeCard');
  const restore = useCall('restoreCard');
  return (
    <ThingPanel
      query={card}
      title={({ holder, uid }) => (holder === '' ? <UidText uid={uid} /> : holder)}
      focusOn={focusOn}
      onClose={onClose}
    >
      {(data) => (
        <>
          <HolderActions
            state={data.state}
            blockedAt={data.blockedAt}
            name={
              data.holder === ''
                ? cardName(data)
                : t('access.of', { uid: cardName(data), holder: data.holder })
            }
            setBlocked={(blocked) => change.mutateAsync({ params, body: { blocked } })}
            remove={() => remove.mutateAsync({ params })}
            restore={() => restore.mutateAsync({ params })}
            onRemoved={onClose}
          >
            <ReplaceCard card={data} />
            <MergeCards card={data} />
            <Link to="/sessions/{-$sessionId}" params={{}} search={{ card: data.uid }}>
              {t('access.sessions')}
            </Link>
          </HolderActions>
          <AssignmentSection of={{ kind: 'card', id: cardId }} assignments={data.assignments} />
          <SpellingSection card={data} />
          <CardForm card={data} />
        </>
      )}
    </ThingPanel>
  );
}
