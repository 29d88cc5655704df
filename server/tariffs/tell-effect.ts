import type { Application } from '../application.ts';

/** Tells open windows when a version takes effect, which nobody does at that moment. Call the function it returns every second. */
export function createEffectTeller({ desk, events, clock }: Application): () => void {
  let last = clock.now();
  return () => {
    const now = clock.now();
    const { tariffs } = desk.live.prices;
    const takesEffect = [...tariffs.keys()].some((id) =>
      desk.live.prices
        .versionsOf(id)
        .some(({ from, withdrawnAt }) => withdrawnAt === null && last < from && from <= now),
    );
    last = now;
    if (takesEffect) events.tell([{ kind: 'tariff' }]);
  };
}
