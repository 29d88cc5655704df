import { priceSession } from './price-session.ts';
import type { SessionFacts } from './session-facts.ts';
import type { Tariff } from './tariff.ts';
import type { WallDays } from './wall-days.ts';

/** A session of the past, with what it came to. */
export interface PastSession {
  readonly facts: SessionFacts;
  /** Gross or net, in the currency's smallest unit, as the rehearsed tariff is. */
  readonly before: number;
  readonly payer: string;
  readonly group: string | null;
}

export interface Difference {
  readonly sessions: number;
  readonly before: number;
  readonly after: number;
}

/** What a tariff would have made of some sessions; grows as more of them are replayed. */
export class RehearsalSums {
  leftOut = 0;
  energyMwh = 0;
  readonly groups = new Map<string | null, Difference>();
  readonly payers = new Map<string, Difference>();
  all: Difference = NOTHING;

  replay(past: PastSession, tariff: Tariff, days: WallDays): void {
    const outcome = priceSession(past.facts, tariff, days);
    if (outcome.kind === 'needs-decision') {
      this.leftOut += 1;
      return;
    }
    const after = tariff.taxes === 'included' ? outcome.total.inclVat : outcome.total.exclVat;
    const one = { sessions: 1, before: past.before, after };
    this.all = plus(this.all, one);
    this.groups.set(past.group, plus(this.groups.get(past.group) ?? NOTHING, one));
    this.payers.set(past.payer, plus(this.payers.get(past.payer) ?? NOTHING, one));
    for (const { energy } of past.facts.periods) this.energyMwh += energy;
  }
}

const NOTHING: Difference = { sessions: 0, before: 0, after: 0 };

function plus(sum: Difference, one: Difference): Difference {
  return {
    sessions: sum.sessions + one.sessions,
    before: sum.before + one.before,
    after: sum.after + one.after,
  };
}

/** Whether a tariff asks for nothing but the clock and the state of the car. */
export function asksClockOnly({ elements }: Tariff): boolean {
  return elements.every(({ when: { energy, duration, power, current } }) =>
    [energy, duration, power, current].every((range) => range === null),
  );
}
