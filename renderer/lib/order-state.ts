import { create } from 'zustand';
import type { Order } from '#api/commands.ts';
import type { Problem } from '#api/errors.ts';
import type { Station } from '#api/stations.ts';

export interface PendingOrder {
  readonly station: Station;
  readonly order: Order;
}

/** An order for a card that may not charge there. */
export interface RefusedOrder {
  readonly pending: PendingOrder;
  readonly check: NonNullable<Problem['refused']>;
}

interface OrderState {
  /** An order that waits for a word because somebody is affected. */
  readonly pending: PendingOrder | null;
  readonly ask: (pending: PendingOrder | null) => void;
  readonly refused: RefusedOrder | null;
  readonly refuse: (refused: RefusedOrder | null) => void;
}

export const useOrderState = create<OrderState>()((set) => ({
  pending: null,
  ask: (pending) => set({ pending }),
  refused: null,
  refuse: (refused) => set({ refused }),
}));

/** The connectors whose running session an order would cut off. */
export function affectedConnectors({ station, order }: PendingOrder): Station['connectors'] {
  const charging = station.connectors.filter(({ session }) => session !== null);
  switch (order.kind) {
    case 'reset':
      return charging;
    case 'unlock':
      return charging.filter(({ connectorId }) => connectorId === order.connectorId);
    // A connector in use stays in use until the session ends (OCPP 1.6 §5.2), so nobody is cut off.
    case 'set-availability':
    case 'remote-start':
      return [];
    // A station installs at once, or as soon as it pleases.
    case 'update-firmware':
    case 'signed-update-firmware':
      return charging;
    case 'clear-cache':
    case 'trigger':
    case 'data-transfer':
    case 'send-local-list':
    case 'reserve':
    case 'cancel-reservation':
    case 'set-charging-profile':
    case 'clear-charging-profile':
    case 'get-diagnostics':
    case 'get-log':
      return [];
    // Stopping is the purpose of it.
    case 'remote-stop':
      return [];
  }
}
