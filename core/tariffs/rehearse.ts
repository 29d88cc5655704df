import { compileTariff } from './compile-tariff.ts';
import { changesByQuarter, isByClock } from './price-timeline.ts';
import type { TotalOutcome } from './price-totals.ts';
import type { Tariff } from './tariff.ts';
import type { KeptUsage } from './usage-pages.ts';

/** Who is meant, and what they are called: two may bear one name. */
export interface NamedParty<Id extends string | number> {
  readonly id: Id;
  readonly name: string;
}

/** A session of the past, with what it came to. */
export interface PastSession {
  readonly usage: KeptUsage;
  readonly energyMwh: number;
  /** Gross or net, in the currency's smallest unit, as the rehearsed tariff is. */
  readonly before: number;
  /** The driver, or the card without one, else the card as it was read; its name is that of the holder, else of the card. */
  readonly payer: NamedParty<string>;
  readonly group: NamedParty<number> | null;
}

export interface Difference {
  readonly sessions: number;
  readonly before: number;
  readonly after: number;
}

export interface NamedDifference<Name extends string | null> extends Difference {
  /** As somebody was called last. */
  readonly name: Name;
}

/** What a tariff would have made of some sessions; grows as more of them are replayed. */
export class RehearsalSums {
  leftOut = 0;
  energyMwh = 0;
  /** Null: those without one. */
  readonly groups = new Map<number | null, NamedDifference<string | null>>();
  readonly payers = new Map<string, NamedDifference<string>>();
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
    const { payer, group } = past;
    const groupId = group?.id ?? null;
    const ofGroup = plus(this.groups.get(groupId) ?? NOTHING, one);
    this.groups.set(groupId, { ...ofGroup, name: group?.name ?? null });
    const ofPayer = plus(this.payers.get(payer.id) ?? NOTHING, one);
    this.payers.set(payer.id, { ...ofPayer, name: payer.name });
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
