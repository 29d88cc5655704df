import type { AddressCard } from '#api/address-card.ts';

export interface AddressWish {
  readonly host: string;
  readonly transport: 'ws' | 'wss';
  readonly card: Pick<AddressCard, 'ports' | 'path'>;
}

/** "ws://192.168.1.10:8180/ocpp/": what most stations want; they add their identity. */
export function addressOf({ host, transport, card }: AddressWish): string {
  return `${transport}://${host}:${portOf(card, transport)}${card.path}`;
}

export function addressWithoutScheme(wish: AddressWish): string {
  return addressOf(wish).replace(/^wss?:\/\//, '');
}

export function portOf({ ports }: Pick<AddressCard, 'ports'>, transport: 'ws' | 'wss'): number {
  return transport === 'wss' ? (ports.wss ?? ports.ws) : ports.ws;
}
