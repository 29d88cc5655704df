import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Station } from '#api/stations.ts';
import type { Why } from '#api/why.ts';
import type { StationTab } from '../lib/page-search.ts';
import { useCall } from '../lib/use-call.ts';
import { useOrder } from '../lib/use-order.ts';
import { useTell } from '../lib/use-tell.ts';
import { useText } from '../text/use-text.ts';

interface WhyActionButtonProps {
  readonly station: Station;
  readonly why: Why;
}

/** Does the one recommended thing: orders it, links the card, or opens where it is done. */
export function WhyActionButton({ station, why }: WhyActionButtonProps) {
  const { t } = useText();
  const act = useWhyAction(station, why);
  if (act === null || why.action === null) return null;
  return (
    <div>
      <Button size="compact-md" variant={isCalm(why.cause) ? 'default' : 'filled'} onClick={act}>
        {t(`why.action.${why.action.kind}`)}
      </Button>
    </div>
  );
}

/** Where nothing is wrong, nothing is urged. */
function isCalm(cause: Why['cause']): boolean {
  return cause === 'charging' || cause === 'nothing-found';
}

function useWhyAction(station: Station, { action, cause, connectorId, figures }: Why): (() => void) | null {
  const order = useOrder();
  const navigate = useNavigate();
  const link = useLinkCard();
  if (action === null) return null;
  const place = connectorId ?? 1;
  switch (action.kind) {
    case 'restart':
      return () => order({ station, order: { kind: 'reset', type: 'Soft' } });
    case 'unlock':
      return () => order({ station, order: { kind: 'unlock', connectorId: place } });
    case 'put-in-service':
      return () =>
        order({
          station,
          order: { kind: 'set-availability', connectorId: action.connectorId ?? 0, inService: true },
        });
    case 'take-out-of-service':
      return () =>
        order({ station, order: { kind: 'set-availability', connectorId: place, inService: false } });
    case 'start':
      return () => order({ station, order: { kind: 'remote-start', connectorId: place } });
    case 'link-card':
      return () =>
        link({
          cardId: action.cardId ?? 0,
          uid: action.uid ?? '',
          holder: String(figures.holder ?? ''),
        });
    case 'hold-card':
      return () => void navigate({ to: '/cards', search: { hold: true } });
    case 'open-card':
      return () =>
        void navigate({ to: '/cards', search: action.cardId === null ? {} : { card: action.cardId } });
    case 'open-session':
      return () =>
        void navigate({
          to: '/sessions/{-$sessionId}',
          params: { sessionId: String(action.sessionId) },
          search: {},
        });
    case 'open-station':
      return () =>
        void navigate({
          to: '/stations/{-$stationId}',
          params: { stationId: action.stationId ?? station.id },
          search: { tab: TAB_OF_CAUSE[cause] ?? 'now' },
        });
    case 'open-door':
      return () => void navigate({ to: '/commissioning', search: {} });
    case 'open-offline-cards':
      return () => void navigate({ to: '/offline' });
  }
}

/** Where in a station the cause is looked after. */
const TAB_OF_CAUSE: { readonly [Cause in Why['cause']]?: StationTab } = {
  updating: 'service',
  reserved: 'reservations',
  'limited-to-pause': 'limits',
  'limit-too-low': 'limits',
};

interface Link {
  readonly cardId: number;
  readonly uid: string;
  readonly holder: string;
}

/** Takes the number in as another spelling of the card, so that this reader knows it, too. */
function useLinkCard(): (link: Link) => void {
  const { t } = useText();
  const tell = useTell();
  const add = useCall('linkSpelling');
  const undo = useCall('unlinkSpelling');
  return ({ cardId, uid, holder }) =>
    add.mutate(
      // The reader wrote it so: whoever presses this has seen both numbers.
      { params: { cardId }, body: { uid, anyway: true } },
      {
        onSuccess: () =>
          tell.done(t('why.linked', { holder }), {
            undo: () => undo.mutate({ params: { cardId, spelling: uid } }, { onError: tell.failed }),
          }),
        onError: tell.failed,
      },
    );
}
