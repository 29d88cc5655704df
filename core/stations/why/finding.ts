/** The checks in their order; the first that hits is the cause (5b stands before 5: it knows more). */
export const WHY_CHECKS = [
  'connection',
  'fault',
  'service',
  'update',
  'card-spelling',
  'card',
  'plug',
  'card-missing',
  'brief-plug',
  'car',
  'site-pause',
  'limit',
  'command',
  'clock',
  'speed',
  'nothing',
] as const;

export type WhyCheck = (typeof WHY_CHECKS)[number];

export const WHY_CAUSES = [
  'never-connected',
  'offline',
  'offline-together',
  'offline-refused',
  'fault',
  'not-accepted',
  'closed',
  'self-unavailable',
  'updating',
  'card-spelled-otherwise',
  'card-unknown',
  'card-blocked',
  'card-expired',
  'card-not-yet-valid',
  'driver-blocked',
  'driver-not-yet-valid',
  'driver-expired',
  'vehicle-blocked',
  'card-not-allowed-here',
  'card-outside-hours',
  'card-charging-elsewhere',
  'reserved',
  'no-plug',
  'no-card',
  'brief-plug',
  'car-paused',
  'ended-still-plugged',
  'station-paused',
  'limited-to-pause',
  'limit-too-low',
  'command-waits',
  'command-refused',
  'clock-wrong',
  'one-phase',
  'cable-or-car-limit',
  'slow',
  'charging',
  'nothing-found',
] as const;

export type WhyCause = (typeof WHY_CAUSES)[number];

/** What is said of a check that found nothing. */
export const WHY_CLEARS = [
  'connected',
  'no-fault',
  'in-service',
  'no-update',
  'no-other-spelling',
  'no-card-refused',
  'card-accepted',
  'card-may-charge-now',
  'not-waiting-for-plug',
  'not-waiting-for-card',
  'no-brief-plug',
  'car-not-paused',
  'not-paused-here',
  'no-limit',
  'limit-enough',
  'no-command-open',
  'clock-right',
  'clock-unknown',
  'not-slow',
] as const;

export type WhyClear = (typeof WHY_CLEARS)[number];

/** The one thing to do about a cause. */
export type WhyAction =
  | { readonly kind: 'restart' }
  | { readonly kind: 'unlock' }
  | { readonly kind: 'put-in-service'; readonly connectorId: number }
  | { readonly kind: 'take-out-of-service' }
  | { readonly kind: 'start' }
  | { readonly kind: 'link-card'; readonly cardId: number; readonly uid: string }
  | { readonly kind: 'hold-card' }
  | { readonly kind: 'open-card'; readonly cardId: number }
  | { readonly kind: 'open-session'; readonly sessionId: number }
  | { readonly kind: 'open-station'; readonly stationId: string }
  | { readonly kind: 'open-door' }
  | { readonly kind: 'open-offline-cards' };

/** What a sentence is filled with; names ending in At, Ms, W or A say their unit. */
export type WhyFigures = Readonly<Record<string, string | number>>;

export type Finding =
  | { readonly kind: 'clear'; readonly evidence: WhyClear; readonly figures: WhyFigures }
  | {
      readonly kind: 'hit';
      readonly cause: WhyCause;
      readonly figures: WhyFigures;
      readonly action: WhyAction | null;
    };

export function clear(evidence: WhyClear, figures: WhyFigures = {}): Finding {
  return { kind: 'clear', evidence, figures };
}

export function hit(cause: WhyCause, figures: WhyFigures, action: WhyAction | null): Finding {
  return { kind: 'hit', cause, figures, action };
}
