import type { Webhook } from '#api/webhooks.ts';
import type { Tone } from './state-badge.tsx';

export type Health = 'works' | 'new' | 'failing' | 'waiting' | 'disabled';

/** How a webhook fares, by the delivery whose turn it is and by the last one. */
export function healthOf({ disabledAt, nextDelivery, lastDelivery }: Webhook): Health {
  if (disabledAt !== null) return 'disabled';
  if (nextDelivery !== null) return nextDelivery.attempts > 0 ? 'failing' : 'waiting';
  if (lastDelivery === null) return 'new';
  return lastDelivery.state === 'delivered' ? 'works' : 'failing';
}

export const HEALTH_TONES: Readonly<Record<Health, Tone>> = {
  works: 'good',
  new: 'quiet',
  failing: 'fault',
  waiting: 'quiet',
  disabled: 'quiet',
};
