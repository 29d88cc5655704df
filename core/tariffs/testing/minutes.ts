import { MINUTE } from '../../shared/units.ts';
import { isWithin } from '../day-table.ts';
import type { SessionFacts } from '../session-facts.ts';
import type { Tariff } from '../tariff.ts';

/**
 * What charging time costs, in cents, found out the slow way: minute by minute, asking a clock each time. It knows
 * windows and weekdays and nothing else.
 */
export function minutesOf(
  { periods }: SessionFacts,
  { elements }: Tariff,
  wallMinute: (at: number) => { readonly minute: number; readonly weekday: number },
): number {
  const perElement = elements.map(() => 0);
  for (const { from, to } of periods)
    for (let at: number = from; at < to; at += MINUTE) {
      const { minute, weekday } = wallMinute(at);
      const hit = elements.findIndex(
        ({ when }) =>
          isWithin(when.window, minute) && (when.weekdays?.some((day) => day === weekday) ?? true),
      );
      if (hit !== -1) perElement[hit] = (perElement[hit] ?? 0) + 1;
    }
  return elements.reduce((sum, { components }, index) => {
    const micros = ((perElement[index] ?? 0) * (components[0]?.price ?? 0)) / 60;
    return sum + Math.round(micros / 10_000);
  }, 0);
}
