import type { Tariff } from './tariff.ts';

/** Whether a car that is full and stays may cost something: then a session is priced when it has left. */
export function paysIdle({ blocking, elements }: Tariff): boolean {
  return (
    (blocking !== null && blocking.perHour > 0) ||
    elements.some(({ components }) =>
      components.some(({ dimension, price }) => dimension === 'parking' && price > 0),
    )
  );
}
