import type { CardId, DriverId, GroupId, TenantId } from '../shared/ids.ts';
import type { Instant, WattHours } from '../shared/units.ts';
import type { PowerClass } from '../stations/power-class.ts';
import type { BasisPoints, MicroUnits } from './amounts.ts';

/**
 * Says who pays by which tariff, for sessions that start while it is in force. It is never changed: another takes its
 * place, so that what was chosen once can be told for ever.
 */
export interface TariffRule {
  readonly id: number;
  readonly tenantId: TenantId;
  readonly tariffId: number;
  readonly target: RuleTarget;
  readonly extras: RuleExtras;
  readonly from: Instant;
  readonly removedAt: Instant | null;
}

export type RuleTarget =
  | { readonly kind: 'card'; readonly cardId: CardId }
  | { readonly kind: 'driver'; readonly driverId: DriverId }
  | { readonly kind: 'user-group'; readonly groupId: GroupId }
  | { readonly kind: 'station-group'; readonly groupId: GroupId }
  | { readonly kind: 'power-class'; readonly powerClass: PowerClass }
  | { readonly kind: 'site'; readonly tenantId: TenantId }
  | { readonly kind: 'tenant'; readonly tenantId: TenantId }
  | { readonly kind: 'default' };

/** What somebody is granted, or pays, beside the tariff. */
export interface RuleExtras {
  /** Free in each month, for each driver, or card without one. */
  readonly freePerMonth: WattHours;
  readonly discount: BasisPoints;
  readonly monthlyFee: MonthlyFee | null;
}

/** Paid by each driver, or card without one, whether they charge or not. */
export interface MonthlyFee {
  readonly perMonth: MicroUnits;
  readonly vat: BasisPoints | null;
  readonly currency: string;
}

/** Whether it counts for sessions that start at a moment. */
export function isInForce({ from, removedAt }: TariffRule, at: Instant): boolean {
  return from <= at && (removedAt === null || at < removedAt);
}

/** The same target, spelt the same. */
export function targetKey(target: RuleTarget): string {
  switch (target.kind) {
    case 'card':
      return `card ${target.cardId}`;
    case 'driver':
      return `driver ${target.driverId}`;
    case 'user-group':
    case 'station-group':
      return `${target.kind} ${target.groupId}`;
    case 'power-class':
      return `power-class ${target.powerClass}`;
    case 'site':
    case 'tenant':
      return `${target.kind} ${target.tenantId}`;
    case 'default':
      return 'default';
  }
}
