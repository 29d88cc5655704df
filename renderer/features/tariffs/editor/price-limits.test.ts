import { describe, expect, it } from 'vitest';
import type { Tariff } from '#api/tariff-model.ts';
import { startingTariff } from '../list/starting-points.ts';
import { LIMITS, shownHalves, withLimit, withTaxes } from './price-limits.ts';
import { type Work, workOn } from './work.ts';

const FIFTY = 50_000_000;

function netWith(limits: Partial<Tariff>): Work {
  return workOn({ ...startingTariff('visitors', 'EUR'), taxes: 'on-top', ...limits });
}

describe('the least and the highest price of a tariff', () => {
  it.each(LIMITS)('%s stays in sight when prices become gross, and can be cleared', (limit) => {
    const net = withLimit(netWith({}), { limit, half: 'exclVatMicros' }, FIFTY);
    const gross = withTaxes(net, 'included');
    expect(gross.tariff[limit]).toEqual({ exclVatMicros: null, inclVatMicros: FIFTY });
    expect(shownHalves(gross.tariff, limit)).toEqual(['inclVatMicros']);
    expect(withLimit(gross, { limit, half: 'inclVatMicros' }, null).tariff[limit]).toBeNull();
  });

  it('comes back as it was when prices become net again', () => {
    const net = withLimit(netWith({}), { limit: 'minPrice', half: 'exclVatMicros' }, FIFTY);
    const again = withTaxes(withTaxes(net, 'included'), 'on-top');
    expect(again.tariff).toEqual(net.tariff);
    expect(withTaxes(net, 'none').tariff.minPrice).toEqual(net.tariff.minPrice);
  });

  it('of another program is shown in whichever half it has', () => {
    const grossOnly = netWith({ minPrice: { exclVatMicros: null, inclVatMicros: 59_500_000 } });
    expect(shownHalves(grossOnly.tariff, 'minPrice')).toEqual(['exclVatMicros', 'inclVatMicros']);
    const cleared = withLimit(grossOnly, { limit: 'minPrice', half: 'inclVatMicros' }, null);
    expect(cleared.tariff.minPrice).toBeNull();
  });

  it('is cleared with both its halves', () => {
    const both = netWith({ maxPrice: { exclVatMicros: FIFTY, inclVatMicros: 59_500_000 } });
    expect(withLimit(both, { limit: 'maxPrice', half: 'exclVatMicros' }, null).tariff.maxPrice).toBeNull();
  });
});
