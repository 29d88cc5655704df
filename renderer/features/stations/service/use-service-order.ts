import type { Order } from '#api/commands.ts';
import type { Problem } from '#api/errors.ts';
import type { Station } from '#api/stations.ts';
import { ApiError } from '../../../lib/api-error.ts';
import { useCall } from '../../../lib/use-call.ts';

export interface ServiceOrder {
  readonly send: (order: Order, onSent?: () => void) => void;
  readonly isPending: boolean;
  readonly error: Error | null;
  /** The field of the order that the server refuses, without its `body/`. */
  readonly wrongField: string | null;
  /** Why the card of the order may not charge here. */
  readonly refused: Problem['refused'];
}

/** Orders something by a form: what is wrong is told beside the field, and the rest below it. */
export function useServiceOrder(station: Station): ServiceOrder {
  const { mutate, isPending, error } = useCall('orderCommand');
  const problem = error instanceof ApiError ? error.problem : null;
  return {
    send: (order, onSent) =>
      mutate(
        { params: { stationId: station.id }, body: order },
        onSent === undefined ? {} : { onSuccess: onSent },
      ),
    isPending,
    error,
    wrongField: problem?.fields?.[0]?.path.replace(/^body\//, '') ?? null,
    refused: problem?.refused,
  };
}
