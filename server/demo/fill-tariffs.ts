import type { Change } from '#core/changes.ts';
import type { GroupId } from '#core/shared/ids.ts';
import { DAY, type Instant, later, MINUTE, milliseconds, wattHours } from '#core/shared/units.ts';
import { basisPoints, microUnits } from '#core/tariffs/amounts.ts';
import {
  ALWAYS,
  type BlockingFee,
  type Restrictions,
  type Tariff,
  type TariffElement,
} from '#core/tariffs/tariff.ts';
import type { RuleTarget } from '#core/tariffs/tariff-rule.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Application } from '../application.ts';

const VAT = basisPoints(1_900);
const SIX = 6 * 60;
const TEN_AT_NIGHT = 22 * 60;
const DAYTIME: Restrictions = { ...ALWAYS, window: { from: SIX, to: TEN_AT_NIGHT } };

/** A day and a night price for visitors, who pay for a car that is full and stays, too. */
const VISITORS = tariff([kwh(590_000, DAYTIME), kwh(490_000)], {
  perHour: microUnits(6_000_000),
  vat: VAT,
  grace: { of: 'idle', ms: milliseconds(30 * MINUTE) },
  cap: microUnits(12_000_000),
  quiet: { from: TEN_AT_NIGHT, to: SIX },
});
const STAFF = tariff([kwh(340_000, DAYTIME), kwh(290_000)]);
const FLEET = tariff([kwh(240_000)]);

/** Prices that have been there since before the past that the demo tells. */
export function fillTariffs(app: Application, groups: ReadonlyMap<string, GroupId>): Promise<void> {
  return app.desk.decide((live) => {
    const from = later(app.clock.now(), -31 * DAY);
    const sold = (name: string, of: Tariff, target: RuleTarget | null): readonly Change[] =>
      target === null
        ? []
        : soldSince(from, {
            name,
            tariff: of,
            target,
            tariffId: live.nextId('tariff'),
            ruleId: live.nextId('tariffRule'),
          });
    return {
      value: undefined,
      changes: [
        ...sold('Besucher', VISITORS, { kind: 'default' }),
        ...sold('Belegschaft', STAFF, groupTarget(groups.get('Belegschaft'))),
        ...sold('Fuhrpark', FLEET, groupTarget(groups.get('Fuhrpark'))),
      ],
      told: [{ kind: 'tariff' }],
    };
  });
}

interface SoldTariff {
  readonly name: string;
  readonly tariff: Tariff;
  readonly target: RuleTarget;
  readonly tariffId: number;
  readonly ruleId: number;
}

function soldSince(
  from: Instant,
  { name, tariff: of, target, tariffId, ruleId }: SoldTariff,
): readonly Change[] {
  const tenantId = ROOT_TENANT;
  return [
    {
      kind: 'save-tariff',
      tariff: { id: tariffId, tenantId, name, text: '', draft: null, addedAt: from, removedAt: null },
    },
    {
      kind: 'save-tariff-version',
      version: {
        tariffId,
        number: 1,
        from,
        tariff: of,
        text: '',
        publishedAt: from,
        publishedBy: 'Demo',
        note: '',
        withdrawnAt: null,
      },
    },
    {
      kind: 'save-tariff-rule',
      rule: {
        id: ruleId,
        tenantId,
        tariffId,
        target,
        extras: { freePerMonth: wattHours(0), discount: basisPoints(0), monthlyFee: null },
        from,
        removedAt: null,
      },
    },
  ];
}

function groupTarget(groupId: GroupId | undefined): RuleTarget | null {
  return groupId === undefined ? null : { kind: 'user-group', groupId };
}

function kwh(price: number, when: Restrictions = ALWAYS): TariffElement {
  return { components: [{ dimension: 'energy', price: microUnits(price), vat: VAT, stepSize: null }], when };
}

function tariff(elements: readonly TariffElement[], blocking: BlockingFee | null = null): Tariff {
  return {
    currency: 'EUR',
    taxes: 'included',
    rounding: 'each-line',
    elements,
    minPrice: null,
    maxPrice: null,
    blocking,
    land: null,
  };
}
