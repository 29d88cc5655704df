import type { Instant } from '../shared/units.ts';
import type { MeteredSession, StateChange } from './facts-from-readings.ts';
import { LONGEST_GUESS } from './implausible.ts';
import { BELONGS_WITHIN } from './stands-until.ts';

/** A part of a session. */
interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * When nobody knows for how long a car charged: energy flowed in between two readings that lie far apart, and for a part of
 * that time no one said what the connector did. The car may have been full long before. A station takes a moment to say
 * what its connector does; so short a silence is part of what follows.
 */
export function unknownCharging({
  readings,
  states,
}: Pick<MeteredSession, 'readings' | 'states'>): readonly Stretch[] {
  return readings.flatMap((before, index) => {
    const after = readings[index + 1];
    if (after === undefined || after.register <= before.register) return [];
    if (after.at - before.at <= LONGEST_GUESS) return [];
    const unknown = unknownWithin({ from: before.at, to: after.at }, states);
    const length = unknown.reduce((sum, { from, to }) => sum + (to - from), 0);
    return length > BELONGS_WITHIN ? unknown : [];
  });
}

/** Before the first change of state nothing is known. */
function unknownWithin({ from, to }: Stretch, states: readonly StateChange[]): readonly Stretch[] {
  const first = states[0]?.at ?? to;
  const stretches = [
    { from, to: first },
    ...states.flatMap(({ at, state }, index) =>
      state === 'unknown' ? [{ from: at, to: states[index + 1]?.at ?? to }] : [],
    ),
  ];
  return stretches
    .map((one): Stretch => ({ from: later(one.from, from), to: earlier(one.to, to) }))
    .filter((one) => one.from < one.to);
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}
