import { describe, expect, it } from 'vitest';
import type { Tariff as Model } from '#api/tariff-model.ts';
import type { Tariff } from '#api/tariffs.ts';
import { withVat, workOn } from '../editor/work.ts';
import { startingTariff } from '../list/starting-points.ts';
import { byTariff, type RuleFields, ruleFields } from './rule-fields.ts';

/** A fee as it is typed before anybody has said by which tariff. */
const typed: RuleFields = {
  ...ruleFields(null),
  extras: {
    freeWhPerMonth: 0,
    discountBasisPoints: 0,
    monthlyFee: { perMonthMicros: 5_000_000, vatBasisPoints: null, currency: 'EUR' },
  },
};

function tariffWith(draft: Model): Tariff {
  return {
    id: 7,
    tenantId: 1,
    tenantName: 'Quartier',
    name: 'Vertrag',
    text: '',
    state: 'draft',
    draft,
    inForce: null,
    scheduled: null,
    ruleCount: 0,
  };
}

const taxed = (vat: number) => withVat(workOn(startingTariff('visitors', 'CHF')), vat).tariff;
const feeBy = (fields: RuleFields, draft: Model) => byTariff(fields, tariffWith(draft)).extras.monthlyFee;

describe('a monthly fee follows the tariff that is chosen', () => {
  it('is taxed and paid as the tariff is, also where it was typed before', () => {
    expect(feeBy(typed, taxed(810))).toEqual({
      perMonthMicros: 5_000_000,
      vatBasisPoints: 810,
      currency: 'CHF',
    });
  });

  it('leaves the rate of the tariff before', () => {
    const before = byTariff(typed, tariffWith(taxed(1_900)));
    expect(feeBy(before, taxed(700))).toMatchObject({ vatBasisPoints: 700 });
    expect(feeBy(before, { ...taxed(700), taxes: 'none' })).toMatchObject({ vatBasisPoints: null });
  });

  it('has the highest of several rates', () => {
    const { elements, ...rest } = taxed(700);
    const [first, ...others] = elements;
    if (first === undefined) throw new Error('A tariff without a price');
    const second = {
      ...first,
      components: first.components.map((one) => ({ ...one, vatBasisPoints: 1_900 })),
    };
    expect(feeBy(typed, { ...rest, elements: [first, second, ...others] })).toMatchObject({
      vatBasisPoints: 1_900,
    });
  });

  it('stays as it is where no tariff is known', () => {
    expect(byTariff(typed, undefined).extras).toBe(typed.extras);
  });
});
