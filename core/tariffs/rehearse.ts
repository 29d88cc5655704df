import { compileTariff } from './compile-tariff.ts';
import { changesByQuarter, isByClock } from './price-timeline.ts';
import type { TotalOutcome } from './price-totals.ts';
import type { Tariff } from './tariff.ts';
import type { KeptUsage } from './usage-pages.ts';

/** A session of the past, with what it came to. */
export interface PastSession {
  readonly usage: KeptUsage;
  readonly energyMwh: number;
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

  /** `after` is what the rehearsed tariff makes of its usage. */
  replay(past: PastSession, after: TotalOutcome, { taxes }: Tariff): void {
    if (after.kind === 'needs-decision') {
      this.leftOut += 1;
      return;
    }
    const total = taxes === 'included' ? after.total.inclVat : after.total.exclVat;
    const one = { sessions: 1, before: past.before, after: total };
    this.all = plus(this.all, one);
    this.groups.set(past.group, plus(this.groups.get(past.group) ?? NOTHING, one));
    this.payers.set(past.payer, plus(this.payers.get(past.payer) ?? NOTHING, one));
    this.energyMwh += past.energyMwh;
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

/** Whether all that a session used within a quarter of an hour may be added up before a tariff prices it. */
export function pricesByQuarter(tariff: Tariff): boolean {
  const compiled = compileTariff(tariff);
  return isByClock(compiled) && changesByQuarter(compiled);
}
