import type { TenantId } from '../shared/ids.ts';
import { type ChargerFacts, chooseTariff } from './choose-tariff.ts';
import type { RuleTarget, TariffRule } from './tariff-rule.ts';

/**
 * The rules by which somebody owes a fee, of those in force: each that would win for them at a station of its own node.
 * Only rules about a card, a driver or a user group say who owes; the others say where somebody charges.
 */
export function feeRules(
  charger: ChargerFacts,
  rules: readonly TariffRule[],
  pathOf: (node: TenantId) => readonly TenantId[],
): readonly TariffRule[] {
  const personal = rules.filter(({ target }) => mayCostFee(target));
  return personal.filter((rule) => {
    if (rule.extras.monthlyFee === null) return false;
    const there = { stationGroups: [], powerClass: null, tenantPath: pathOf(rule.tenantId) };
    const choice = chooseTariff({ ...charger, ...there }, personal);
    return choice.kind === 'chosen' && choice.rule === rule;
  });
}

/** Whether somebody is named who would owe it, charging or not. */
export function mayCostFee({ kind }: RuleTarget): boolean {
  return PERSONAL.has(kind);
}

const PERSONAL: ReadonlySet<RuleTarget['kind']> = new Set(['card', 'driver', 'user-group']);
