import { chargingCurve } from './charging-curve.ts';
import type { PastSession } from './past-session.ts';
import { between, pick, type Random } from './random.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const arrivalHours = [7, 12, 17] as const;
const carPowersW = [3_700, 11_000, 11_000, 22_000] as const;

/**
 * What a station of a company car park has seen in the last 24 hours: cars come in the morning and around
 * noon, charge, and stay plugged in for a while. All sessions are over by now.
 */
export function pastDay(options: {
  readonly now: number;
  readonly cards: readonly [string, ...string[]];
  readonly random: Random;
}): readonly PastSession[] {
  const { now, cards, random } = options;
  const sessions: PastSession[] = [];
  let freeFrom = now - DAY_MS;
  const arrivals = arrivalHours
    .map((hourOfDay) => lastTimeItWas(hourOfDay, now))
    .toSorted((one, other) => one - other);
  for (const arrival of arrivals) {
    const arrivesAt = arrival + between(random, -0.5, 2) * HOUR_MS;
    if (random() < 0.25) continue;
    const curve = chargingCurve(between(random, 4_000, 40_000), pick(random, carPowersW));
    const startedAt = Math.round(Math.max(arrivesAt, freeFrom));
    const endedAt = Math.round(startedAt + curve.durationMs + between(random, 0, 1.5) * HOUR_MS);
    if (endedAt > now - 5 * 60_000) continue;
    freeFrom = endedAt + 10 * 60_000;
    const idTag = pick(random, cards);
    sessions.push({
      connectorId: 1,
      idTag,
      startedAt,
      endedAt,
      powerAt: (at) => curve.powerAt(at - startedAt),
    });
  }
  return sessions;
}

/** The last moment before now, at most a day ago, at which this hour began. In UTC: it is only a demo. */
function lastTimeItWas(hourOfDay: number, now: number): number {
  const today = now - (now % DAY_MS) + hourOfDay * HOUR_MS;
  return today > now ? today - DAY_MS : today;
}
