import { type Instant, instant, milliseconds, type Watts } from '../shared/units.ts';
import { type MilliwattHours, milliwattHours } from './amounts.ts';
import { scaled } from './round-half-up.ts';
import type { ContractTerms, SessionFacts, UsagePeriod } from './session-facts.ts';
import { unknownCharging } from './unknown-charging.ts';

/** What our own stations told of a session. */
export interface MeteredSession {
  readonly from: Instant;
  /** Its end; now, while it runs. */
  readonly to: Instant;
  /** In order of time. The first counts as the start's, the last as the end's, where none lies there. */
  readonly readings: readonly Reading[];
  /** All that prove when energy flowed in, where energy is shared out between fewer. */
  readonly evidence?: readonly Reading[];
  /** In order of time; each holds until the next. Before the first, nothing is known. */
  readonly states: readonly StateChange[];
  readonly strongest: Watts | null;
  readonly contract: ContractTerms | null;
}

export interface Reading {
  readonly at: Instant;
  readonly register: MilliwattHours;
}

export interface StateChange {
  readonly at: Instant;
  readonly state: ConnectorUse;
}

/**
 * What a connector was doing, as far as a price asks: `car-idle` is SuspendedEV or Finishing, `held-back` SuspendedEVSE,
 * when the site throttles; `unknown` whatever else, and the time in which the station was off the line.
 */
export type ConnectorUse = 'charging' | 'car-idle' | 'held-back' | 'unknown';

/**
 * Cuts a session at its readings and changes of state. Time is only ever counted for which something speaks: of an
 * unknown state, what energy flowed in, and it is told where that proves too little; of one that the site held back, nothing.
 */
export function factsFromReadings(session: MeteredSession): SessionFacts {
  const { from, to, readings, states, strongest, contract } = session;
  const meter = meterOf(readings);
  const periods: UsagePeriod[] = [];
  let place = 0;
  let state: ConnectorUse = 'unknown';
  let start = from;
  for (const end of [...cutsOf(session), to]) {
    for (let next = states[place]; next !== undefined && next.at <= start; next = states[place]) {
      state = next.state;
      place += 1;
    }
    const around = meter(start, end);
    const { charging, idle } = timesOf(state, end - start, around.energy);
    periods.push({
      from: start,
      to: end,
      energy: around.energy,
      charging,
      idle,
      reserved: NO_TIME,
      power: null,
      current: null,
      readings: around.readings,
    });
    start = end;
  }
  return {
    periods: readings.length === 0 ? [] : periods,
    expired: false,
    strongest,
    contract,
    unknownCharging: unknownCharging({ readings: session.evidence ?? readings, states }),
  };
}

/** The moments within a session at which something was read or changed, each once and in order. */
function cutsOf({ from, to, readings, states }: MeteredSession): readonly Instant[] {
  const cuts: Instant[] = [];
  let last: number = from;
  let reading = 0;
  let state = 0;
  while (reading < readings.length || state < states.length) {
    const read = readings[reading]?.at ?? LATEST;
    const changed = states[state]?.at ?? LATEST;
    const at = read <= changed ? read : changed;
    if (read <= changed) reading += 1;
    else state += 1;
    if (at > last && at < to) {
      cuts.push(at);
      last = at;
    }
  }
  return cuts;
}

const LATEST = instant(Number.MAX_SAFE_INTEGER);
const NO_TIME = milliseconds(0);

function timesOf(
  state: ConnectorUse,
  length: number,
  energy: number,
): Pick<UsagePeriod, 'charging' | 'idle'> {
  const charges = state === 'charging' || (state === 'unknown' && energy > 0);
  return {
    charging: charges ? milliseconds(length) : NO_TIME,
    idle: state === 'car-idle' ? milliseconds(length) : NO_TIME,
  };
}

/** What a meter counted between two moments, and the readings around them. Asked in order of time. */
function meterOf(
  readings: readonly Reading[],
): (from: Instant, to: Instant) => Pick<UsagePeriod, 'energy' | 'readings'> {
  let place = 0;
  return (from, to) => {
    while ((readings[place + 1]?.at ?? Number.POSITIVE_INFINITY) <= from) place += 1;
    const before = readings[place];
    const after = readings[place + 1];
    if (before === undefined || after === undefined) return { energy: NO_ENERGY, readings: null };
    const energy = registerAt(before, after, to) - registerAt(before, after, from);
    return { energy: milliwattHours(energy), readings: { from: before.at, to: after.at } };
  };
}

const NO_ENERGY = milliwattHours(0);

/** Between two readings as if everything had run evenly; beyond them what the nearer one says. */
function registerAt(before: Reading, after: Reading, at: Instant): number {
  if (at <= before.at) return before.register;
  if (at >= after.at) return after.register;
  const used = after.register - before.register;
  return before.register + scaled(used, at - before.at, after.at - before.at);
}
