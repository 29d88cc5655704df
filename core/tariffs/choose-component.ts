import type { CompiledTariff } from './compile-tariff.ts';
import type { Slice } from './cut-session.ts';
import { ASK, NONE } from './day-table.ts';
import type { Lane } from './lane.ts';
import type { Extremes } from './session-facts.ts';
import type { Range, Restrictions } from './tariff.ts';

export interface Choice {
  /** `NONE` where nothing counts: it is free. */
  readonly id: number;
  /** The session does not say what the element asks for. */
  readonly isAssumed: boolean;
}

/** The first component of a lane whose restrictions hold throughout a slice. */
export function chooseComponent(tariff: CompiledTariff, slice: Slice, lane: Lane): Choice {
  const { table, stretch } = slice;
  const chosen = table.chosen[lane]?.[stretch] ?? NONE;
  if (chosen !== ASK) return tariff.certain[chosen] ?? NOTHING;
  for (const { id, when } of table.candidates[lane]?.[stretch] ?? []) {
    const fit = fitOf(when, slice);
    if (fit !== 'no') return { id, isAssumed: fit === 'assumed' };
  }
  return NOTHING;
}

const NOTHING: Choice = { id: NONE, isAssumed: false };

type Fit = 'yes' | 'no' | 'assumed';

function fitOf(when: Restrictions, { energyFrom, elapsed, period }: Slice): Fit {
  if (!isIn(when.energy, energyFrom) || !isIn(when.duration, elapsed)) return 'no';
  const power = fitOfMoment(when.power, period.power);
  const current = fitOfMoment(when.current, period.current);
  if (power === 'no' || current === 'no') return 'no';
  return power === 'assumed' || current === 'assumed' ? 'assumed' : 'yes';
}

function isIn(range: Range | null, value: number): boolean {
  if (range === null) return true;
  const { atLeast, below } = range;
  return (atLeast === null || value >= atLeast) && (below === null || value < below);
}

/**
 * At least so much means all the time, less than so much too (OCPI 2.2.1 §11.4.6). Nobody knows of it: it is taken to
 * fit, as other programs read it, and said beside the price.
 */
function fitOfMoment(range: Range | null, known: Extremes | null): Fit {
  if (range === null) return 'yes';
  if (known === null) return 'assumed';
  const { atLeast, below } = range;
  return (atLeast === null || known.least >= atLeast) && (below === null || known.most < below)
    ? 'yes'
    : 'no';
}
