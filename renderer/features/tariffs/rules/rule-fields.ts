import {
  FEE_KINDS,
  type RULE_KINDS,
  type RuleExtras,
  type RuleTarget,
  type TariffRule,
} from '#api/tariff-rules.ts';
import type { Tariff } from '#api/tariffs.ts';
import type { Picked } from '../../../ui/pick.tsx';
import { shownTariff } from '../list/shown-tariff.ts';
import { feeVatOf } from './fee-vat.ts';

export type RuleKind = (typeof RULE_KINDS)[number];

/** Fields of a rule as they are chosen. */
export interface RuleFields {
  readonly kind: RuleKind;
  readonly tariffId: number | null;
  /** A driver or a card. */
  readonly picked: Picked | null;
  readonly groupId: number | null;
  readonly powerClass: Extract<RuleTarget, { kind: 'power-class' }>['powerClass'];
  readonly tenantId: number | null;
  readonly extras: RuleExtras;
}

const NO_EXTRAS: RuleExtras = { freeWhPerMonth: 0, discountBasisPoints: 0, monthlyFee: null };

/** A known rule as it stands in the form; a new one is for everybody until somebody says otherwise. */
export function ruleFields(rule: TariffRule | null): RuleFields {
  const target = rule?.target ?? { kind: 'default' };
  const id = pickedId(target);
  return {
    kind: target.kind,
    tariffId: rule?.tariffId ?? null,
    picked: id === null ? null : { id, label: rule?.targetName ?? '' },
    groupId: 'groupId' in target ? target.groupId : null,
    powerClass: target.kind === 'power-class' ? target.powerClass : 'AC',
    tenantId: 'tenantId' in target ? target.tenantId : null,
    extras: rule?.extras ?? NO_EXTRAS,
  };
}

/** With another tariff; a monthly fee is paid in its currency, and taxed as it is. */
export function byTariff(fields: RuleFields, tariff: Tariff | undefined): RuleFields {
  const { monthlyFee } = fields.extras;
  const model = tariff === undefined ? null : shownTariff(tariff);
  const extras =
    monthlyFee === null || model === null
      ? fields.extras
      : {
          ...fields.extras,
          monthlyFee: { ...monthlyFee, currency: model.currency, vatBasisPoints: feeVatOf(model) },
        };
  return { ...fields, tariffId: tariff?.id ?? null, extras };
}

/** Whom the fields are about; undefined while that is not said. */
export function targetOf({
  kind,
  picked,
  groupId,
  powerClass,
  tenantId,
}: RuleFields): RuleTarget | undefined {
  switch (kind) {
    case 'card':
      return picked === null ? undefined : { kind, cardId: picked.id };
    case 'driver':
      return picked === null ? undefined : { kind, driverId: picked.id };
    case 'user-group':
    case 'station-group':
      return groupId === null ? undefined : { kind, groupId };
    case 'power-class':
      return { kind, powerClass };
    case 'site':
    case 'tenant':
      return tenantId === null ? undefined : { kind, tenantId };
    case 'default':
      return { kind };
  }
}

/** Whether they name somebody who would owe a monthly fee. */
export function mayCostFee({ kind }: Pick<RuleFields, 'kind'>): boolean {
  return FEE_KINDS.some((known) => known === kind);
}

function pickedId(target: RuleTarget): number | null {
  if (target.kind === 'card') return target.cardId;
  return target.kind === 'driver' ? target.driverId : null;
}
