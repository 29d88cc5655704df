import { useCallback } from 'react';
import { useText } from '../text/use-text.ts';
import { ApiError } from './api-error.ts';
import { affectedConnectors, type PendingOrder, useOrderState } from './order-state.ts';
import { useRestartState } from './restart-state.ts';
import { useCall } from './use-call.ts';
import { useTell } from './use-tell.ts';

/** Orders something of a station: at once when nobody is affected, after one plain question otherwise. */
export function useOrder(): (pending: PendingOrder) => void {
  const ask = useOrderState((state) => state.ask);
  const send = useSendOrder();
  return useCallback(
    (pending) => {
      if (affectedConnectors(pending).length > 0) ask(pending);
      else send(pending);
    },
    [ask, send],
  );
}

/** Sends without asking; the life of the command shows what becomes of it, and a dialog why a card is refused. */
export function useSendOrder(): (pending: PendingOrder) => void {
  const { t } = useText();
  const { mutate } = useCall('orderCommand');
  const tell = useTell();
  const refuse = useOrderState((state) => state.refuse);
  return useCallback(
    (pending) =>
      mutate(
        { params: { stationId: pending.station.id }, body: pending.order },
        {
          onSuccess: ({ queuedAt }) => {
            const { station, order } = pending;
            if (order.kind === 'reset')
              useRestartState.getState().expect({ stationId: station.id, orderedAt: queuedAt });
            if (!station.online) tell.done(t('commands.offlineHint'));
          },
          onError: (error) => {
            const check = error instanceof ApiError ? error.problem.refused : undefined;
            if (check === undefined) tell.failed(error);
            else refuse({ pending, check });
          },
        },
      ),
    [mutate, tell, t, refuse],
  );
}
