import type { Order } from '#core/stations/command.ts';
import { maskAddress, maskText } from '#ocpp/v16/mask-secrets.ts';

/** An order without the passwords that its address or its text may hold: once it has ended, nobody needs it any more. */
export function forgetPasswords(order: Order): Order {
  switch (order.kind) {
    case 'get-diagnostics':
    case 'get-log': {
      const { target } = order;
      return target.kind === 'elsewhere'
        ? { ...order, target: { kind: 'elsewhere', url: maskAddress(target.url) } }
        : order;
    }
    case 'update-firmware':
    case 'signed-update-firmware':
      return { ...order, location: maskAddress(order.location) };
    case 'data-transfer':
      return { ...order, data: order.data === null ? null : maskText(order.data) };
    default:
      return order;
  }
}
