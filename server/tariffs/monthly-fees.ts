import type { TenantId } from '#core/shared/ids.ts';
import { type Stretch, stretches } from '#core/tariffs/fee-days.ts';
import { feeRules } from '#core/tariffs/fee-rules.ts';
import { feeFor, type Month, type PeriodicAmount } from '#core/tariffs/periodic-fee.ts';
import { isInForce, type MonthlyFee, type TariffRule } from '#core/tariffs/tariff-rule.ts';
import { pathOf } from '#core/tenants/tenant-tree.ts';
import { cardName } from '../access/party-names.ts';
import type { Application } from '../application.ts';
import { alone, type FeeParty, feeParties } from './fee-parties.ts';
import { type Charging, chargerFacts } from './payer-facts.ts';
import { daysOfMonth } from './site-month.ts';

export interface OwedFee {
  readonly payer: FeePayer;
  readonly rule: TariffRule;
  readonly fee: MonthlyFee;
  readonly owed: PeriodicAmount;
}

export interface FeePayer {
  readonly kind: 'driver' | 'card';
  readonly id: number;
  readonly name: string;
  readonly tenantId: TenantId;
}

/**
 * What drivers, and cards that nobody drives with, owe for a month: the fee of each rule that their sessions are paid by,
 * with each card and recognised vehicle of theirs, or by their own where they have none. A rule is owed once by each of
 * them, by the days on which it won. Membership in groups is that of now, for past months too.
 */
export function monthlyFees({ desk }: Application, month: Month): readonly OwedFee[] {
  const { live } = desk;
  const ends = daysOfMonth(month, live.site.timeZone);
  const rules = [...live.prices.rules.values()];
  if (rules.every(({ extras }) => extras.monthlyFee === null)) return [];
  const ruleTurns = rules.flatMap(({ from, removedAt }) => [from, removedAt]);
  const ledger = new Map<string, OwedDays>();
  const withSomething = new Map<number, Set<number>>();

  for (const party of feeParties(live))
    for (const { days, at, charging } of chargingIn(party)) {
      if (charging.driver !== null) noteDays(charging.driver.id, days);
      owe(charging, { days, at });
    }
  for (const driver of live.access.drivers.values()) {
    const taken = withSomething.get(driver.id);
    for (const { days, at, charging } of chargingIn(alone(driver)))
      owe(charging, { days: taken === undefined ? days : days.filter((day) => !taken.has(day)), at });
  }
  return [...ledger.values()]
    .sort((a, b) => a.payer.name.localeCompare(b.payer.name) || a.rule.id - b.rule.id)
    .map(({ days, ...line }) => ({ ...line, owed: feeFor(month, line.fee, days.size) }));

  function chargingIn({ turns, chargingAt }: FeeParty) {
    return stretches(ends, [...ruleTurns, ...turns]).flatMap((stretch) => {
      const charging = chargingAt(stretch.at);
      return charging === null ? [] : [{ ...stretch, charging }];
    });
  }

  function noteDays(driver: number, days: readonly number[]): void {
    const noted = withSomething.get(driver) ?? new Set();
    withSomething.set(driver, noted);
    for (const day of days) noted.add(day);
  }

  function owe(charging: Charging, { days, at }: Stretch) {
    const payer = payerOf(charging);
    if (payer === null || days.length === 0) return;
    const inForce = rules.filter((rule) => isInForce(rule, at));
    for (const rule of feeRules(chargerFacts(live, charging), inForce, (node) =>
      pathOf(live.tenants, node),
    )) {
      const fee = rule.extras.monthlyFee;
      if (fee === null) continue;
      const key = `${payer.kind} ${payer.id} ${rule.id}`;
      const line = ledger.get(key) ?? { payer, rule, fee, days: new Set() };
      ledger.set(key, line);
      for (const day of days) line.days.add(day);
    }
  }
}

interface OwedDays extends Omit<OwedFee, 'owed'> {
  readonly days: Set<number>;
}

/** As sessions have it: the driver, else the card. */
function payerOf({ card, driver }: Charging): FeePayer | null {
  if (driver !== null) {
    const { id, name, tenantId } = driver;
    return { kind: 'driver', id, name, tenantId };
  }
  return card === null ? null : { kind: 'card', id: card.id, name: cardName(card), tenantId: card.tenantId };
}
